yes -- '- x' | head -n 12000 | sed '1i quotes:' >faults.yaml
"$program" check faults.yaml
