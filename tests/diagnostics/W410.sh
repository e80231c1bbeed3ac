echo "lengths: [short, full]" >templates/briefing/template.yaml
cat >templates/briefing/briefing.md <<'END'
# {{ briefing.title }}

{% if briefing.purpose is defined %}
{{ briefing.purpose | markdown }}
{% endif %}

{% for point in briefing.key_points %}
- {{ point }}
{% endfor %}
END
long=$(printf 'Sentence %d is one of very many here. ' $(seq 80))
point=$(printf 'Point %d is one of many. ' $(seq 15))
grep -v "^  purpose:" any.yaml | awk -v long="${long% }" -v point="${point% }" '{print} /^  as_at:/ {
    print "  purpose: >-\n    " long "\n  key_points:\n    - Short.\n    - >-\n      " point}' >long.yaml
"$program" check --all long.yaml
