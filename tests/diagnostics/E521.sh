{ cat any.yaml; echo quotes:; yes '  - {text: It was good that the leaders of the council and of the partnership had listened to what children and their families told them about the help that they had been given., source: OFSTED-2024}' | head -n 4000; } >many.yaml
cat >templates/briefing/briefing.md <<'END'
# {{ briefing.title }}

{% for a in quotes %}
{{ a.text }}

{{ a.text }}

{{ a.text }}

{{ a.text }}

{{ a.text }}

{{ a.text }}

{{ a.text }}

{{ a.text }}

{% endfor %}
END
"$program" check many.yaml 2>&1 | sed "s/have [0-9]* pages/have too many pages/" >&2
exit "${PIPESTATUS[0]}"
