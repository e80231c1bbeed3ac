mkdir out
flock out/.councilbrief.lock "$program" build any.yaml
