mkdir other && cp any.yaml other
"$program" build any.yaml other
