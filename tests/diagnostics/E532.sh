. "$cases/figure.sh"
truncate -s 17M map.png
check_figure map.png
