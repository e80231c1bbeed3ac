. "$cases/figure.sh"
echo "no picture" >map.png
check_figure map.png
