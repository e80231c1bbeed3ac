{ cat any.yaml; echo quotes:; yes '  - {text: It was good., source: OFSTED-2024}' | head -n 260; } >many.yaml
cat >templates/briefing/briefing.md <<'END'
# {{ briefing.title }}

{% for a in quotes %}{% for b in quotes %}{{ b.text }}{% endfor %}{% endfor %}
END
"$program" check many.yaml
