printf 'lengths: [standard]\nexpects: [meeting_date, contact_offcer]\n' >templates/briefing/template.yaml
"$program" check any.yaml
