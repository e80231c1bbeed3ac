/* The shapes that stand before a grade, so that colour is never the only carrier. */
#include "layout/flow/setting.h"

/* A corner in thousandths of the box, from its top left. */
struct corner {
    int16_t x, y;
};

struct outline {
    const struct corner *corners;
    size_t count;
};

/* A little larger than the box: beside solid shapes a star looks small. */
static const struct corner star[] = {{500, -50}, {641, 336}, {1052, 351}, {728, 604}, {841, 999},
                                     {500, 770}, {159, 999}, {272, 604},  {-52, 351}, {359, 336}};
static const struct corner triangle[] = {{500, 40}, {1000, 960}, {0, 960}};
static const struct corner square_on_point[] = {{500, 0}, {1000, 500}, {500, 1000}, {0, 500}};
static const struct corner arrow_up[] = {{500, 0},    {950, 480}, {640, 480}, {640, 1000},
                                         {360, 1000}, {360, 480}, {50, 480}};
static const struct corner arrow_down[] = {{500, 1000}, {50, 520},  {360, 520}, {360, 0},
                                           {640, 0},    {640, 520}, {950, 520}};
static const struct corner bar[] = {{0, 370}, {1000, 370}, {1000, 630}, {0, 630}};

#define OUTLINE(corners)                                                                           \
    {                                                                                              \
        (corners), sizeof(corners) / sizeof *(corners)                                             \
    }

static const struct outline outlines[] = {
    [MARK_STAR] = OUTLINE(star),
    [MARK_TRIANGLE] = OUTLINE(triangle),
    [MARK_SQUARE] = OUTLINE(square_on_point),
    [MARK_UP] = OUTLINE(arrow_up),
    [MARK_DOWN] = OUTLINE(arrow_down),
    [MARK_LEVEL] = OUTLINE(bar),
};

static const struct path_step *outline_steps(struct arena *arena, const struct outline *outline,
                                             struct rect box, size_t *count)
{
    struct path_step *steps = ARENA_ARRAY(arena, struct path_step, outline->count + 1);
    for (size_t i = 0; i < outline->count; i++) {
        steps[i].verb = i ? PATH_LINE : PATH_MOVE;
        steps[i].x = box.x + (milli)((int64_t)box.width * outline->corners[i].x / 1000);
        steps[i].y = box.y + (milli)((int64_t)box.height * outline->corners[i].y / 1000);
    }
    steps[outline->count].verb = PATH_CLOSE;
    *count = outline->count + 1;
    return steps;
}

enum { CIRCLE_STEPS = 6 }; /* a move, four quarters, a close */

/* A circle as four curves; `turn` -1 draws it the other way round, to cut a hole. */
static void circle_steps(struct path_step *steps, milli x, milli y, milli radius, milli turn)
{
    const milli arm = (milli)((int64_t)radius * 5523 / 10000); /* of a curve's control points */
    const milli r = radius, s = turn * radius, a = turn * arm;
    const struct path_step circle[CIRCLE_STEPS] = {
        {PATH_MOVE, 0, 0, 0, 0, x, y - r},
        {PATH_CURVE, x + a, y - r, x + s, y - arm, x + s, y},
        {PATH_CURVE, x + s, y + arm, x + a, y + r, x, y + r},
        {PATH_CURVE, x - a, y + r, x - s, y + arm, x - s, y},
        {PATH_CURVE, x - s, y - arm, x - a, y - r, x, y - r},
        {PATH_CLOSE, 0, 0, 0, 0, 0, 0},
    };
    for (size_t i = 0; i < CIRCLE_STEPS; i++)
        steps[i] = circle[i];
}

static const struct path_step *round_steps(struct arena *arena, enum mark_shape shape,
                                           struct rect box, size_t *count)
{
    milli radius = box.width / 2;
    *count = shape == MARK_RING ? 2 * CIRCLE_STEPS : CIRCLE_STEPS;
    struct path_step *steps = ARENA_ARRAY(arena, struct path_step, *count);
    circle_steps(steps, box.x + radius, box.y + radius, radius, 1);
    if (shape == MARK_RING)
        circle_steps(steps + CIRCLE_STEPS, box.x + radius, box.y + radius, radius * 6 / 10, -1);
    return steps;
}

const struct path_step *mark_steps(struct arena *arena, enum mark_shape shape, milli x, milli y,
                                   milli size, size_t *count)
{
    struct rect box = {x, y, size, size};
    *count = 0;
    if (shape == MARK_NONE)
        return NULL;
    if (shape == MARK_DISC || shape == MARK_RING)
        return round_steps(arena, shape, box, count);
    return outline_steps(arena, &outlines[shape], box, count);
}
