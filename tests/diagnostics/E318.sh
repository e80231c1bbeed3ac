{ cat any.yaml; echo quotes:; yes '  - {text: It was good., source: OFSTED-2024}' | head -n 2500; } >many.yaml
cat >templates/briefing/briefing.md <<'END'
# {{ briefing.title }}

{% for a in quotes %}
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
This paragraph is repeated once for every quotation, and every one is short.
{% endfor %}
END
"$program" check many.yaml
