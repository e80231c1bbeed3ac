echo '{"format": 1, "council": "Exampleshire", "records": []}' >any.facts.json
"$program" changes any.facts.json any.facts.json
