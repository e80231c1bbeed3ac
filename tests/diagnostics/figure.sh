# Sourced by cases about pictures: checks a specification with one figure.
check_figure() { # file
    { cat any.yaml; printf 'figures:\n  - section: background\n    file: %s\n    alt: A map\n    source: OFSTED-2024\n' "$1"; } >figure.yaml
    printf '# {{ briefing.title }}\n\n```figures\nsection: background\n```\n' >templates/briefing/briefing.md
    "$program" check figure.yaml
}
