. "$cases/figure.sh"
check_figure map.png
