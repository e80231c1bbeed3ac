mkdir elsewhere && cd elsewhere && "$program" check ../any.yaml
