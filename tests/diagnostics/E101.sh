"$program" check exampleshire.yaml
