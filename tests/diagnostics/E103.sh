yes "# far too much" | head -c 1048577 >large.yaml
"$program" check large.yaml
