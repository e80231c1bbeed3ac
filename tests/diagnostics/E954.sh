echo '{"format": 2, "council": "Exampleshire"}' >any.facts.json
"$program" changes any.facts.json any.facts.json
