mkdir project && mv templates project && cp any.yaml outside.yaml
ln -s ../outside.yaml project/link.yaml && cp any.yaml project/inside.yaml
cd project
echo '{% include "link.md" %}' >>templates/briefing/briefing.md
ln -s ../../../outside.yaml templates/briefing/link.md
"$program" check link.yaml inside.yaml
rm templates/briefing/link.md && echo 'A part of the text.' >templates/briefing/link.md
"$program" check --project .. link.yaml inside.yaml
