{ cat any.yaml; echo quotes:; yes '  - {text: It was good., source: OFSTED-2024}' | head -n 4000; } >many.yaml
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
