. "$cases/tables.inc"
cat >>spec.yaml <<'END'
inspections:
  - id: I2024
    framework: ILACS_2023
    published: 2024-05-11
    overall: good
    source: OFSTED
  - id: ABOUT2024
    framework: ILACS_2023
    published: 2024-05
    source: OFSTED
END
"$program" check --all spec.yaml
