/* How many actions there are, and how many of them are complete. */
#include "derive.h"

void derive_actions(const struct derive *derive, struct derived *derived)
{
    const struct records *actions = &derive->briefing->actions;
    int64_t complete = 0;
    for (size_t i = 0; i < actions->count; i++) {
        const struct action *action = records_at(actions, &action_table, i);
        complete += action->status == STATUS_COMPLETE;
    }
    derived->actions_total = (struct whole){.known = true, .value = (int64_t)actions->count};
    derived->actions_complete = (struct whole){.known = true, .value = complete};
}
