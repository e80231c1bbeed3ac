cp any.yaml 'any;all.yaml'
"$program" build --deps deps.mk 'any;all.yaml'
