. "$cases/tables.inc"
cat >>spec.yaml <<'END'
inspections:
  - id: I2024-05-13
    overall: outstanding
    judgements:
      leaders: good
      care_leavers: good
    lead_inspector: Alex Morgan
END
"$program" check --all spec.yaml
