printf 'lengths: [standard]\nexpects: [title, meeting_date, reasons]\n' >templates/briefing/template.yaml
"$program" check any.yaml
