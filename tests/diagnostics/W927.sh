mkdir out && echo '{"briefings": []}' >out/manifest.json
"$program" build any.yaml
