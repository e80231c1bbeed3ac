echo '{"title": "Exampleshire",}' >data.json
"$program" render --template templates/briefing/briefing.md --data data.json
