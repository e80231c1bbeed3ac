/* The texts of the codes of changes/. */
#include "changes/changes_codes.h"

#include <stddef.h>

const struct code E940 = {
    .name = "E940",
    .severity = SEVERITY_ERROR,
    .title = "Issue of another council",
    .explanation =
        "What changed is told from one issue of a council's briefing to the next. These two are of "
        "different councils: neither their codes nor their names agree, and none is a former name "
        "of the other. Name the facts file of the same council; where it got another name, say so "
        "under `former_names`.",
};

const struct code W940 = {
    .name = "W940",
    .severity = SEVERITY_WARNING,
    .title = "Record matched by likeness alone",
    .explanation =
        "A record of this issue has no counterpart by its id or by what it is known by, but is "
        "much "
        "like one of the issue before that is gone. The two are taken for the same, so that what "
        "differs is told and not a withdrawal and a new record. Where they are the same, say so: "
        "keep the id, or write `was:` with the old one; give records an `id` that are to be "
        "followed from issue to issue. Where they are not, give the new one an id of its own and "
        "list the old one under `withdrawn`.",
};

const struct code W941 = {
    .name = "W941",
    .severity = SEVERITY_WARNING,
    .title = "Correction without a reason",
    .explanation =
        "A fact that an issue had published is another one now, and it is none that moves as time "
        "goes on: so the issue before was wrong. Readers are always told so, and are owed the "
        "reason. Add it to `corrections`, with the record's id under `of`, the key under `field`, "
        "what was published under `was`, `why`, and the day on which it was `found`.",
};

const struct code W942 = {
    .name = "W942",
    .severity = SEVERITY_WARNING,
    .title = "Withdrawal without a reason",
    .explanation =
        "Something that an issue had published is not in this one. Nothing disappears in silence: "
        "it is told as withdrawn, and readers are owed the reason. Of a whole record, add it to "
        "`withdrawn` with its id under `of`, what it said under `what`, `why`, and the day on "
        "which that was `found`; of a single key, add it to `corrections`. Where the record only "
        "got another id, write the old one under `was`.",
};

const struct code E955 = {
    .name = "E955",
    .severity = SEVERITY_ERROR,
    .title = "No issue before in this place",
    .explanation =
        "`previous`, or --since, says where the facts of the issue before are: a folder that holds "
        "them under the name of this specification, such as norfolk.facts.json, or the file "
        "itself. There is nothing of that name, it is named from the root of the disk, or it lies "
        "outside the project. Nothing is compared rather than with nothing. Of a first issue, "
        "delete the key; with --since, a folder that holds other facts and not this file means "
        "that there was none.",
};

const struct code E957 = {
    .name = "E957",
    .severity = SEVERITY_ERROR,
    .title = "The issue before would be replaced",
    .explanation =
        "The facts that this run writes would take the place of those that it compares with: built "
        "again, the paper would be compared with itself and say that nothing changed. Keep the "
        "facts of each issue in a folder of its own, such as issues/2026-10, or build into another "
        "folder with -o.",
};

const struct code W955 = {
    .name = "W955",
    .severity = SEVERITY_WARNING,
    .title = "The issue before is of a later day",
    .explanation =
        "The issue that is compared with has a later day than this one, so that what happened "
        "between the two would be told backwards. Most often the wrong folder is named, or `as_at` "
        "was not brought up to date.",
};

const struct code W967 = {
    .name = "W967",
    .severity = SEVERITY_WARNING,
    .title = "Facts of the issue before under another name",
    .explanation =
        "The folder that --since names has no facts under the name of this specification, and "
        "facts "
        "of the same council under another one. Most often the specification was renamed since. "
        "Facts are found by the name alone, so the paper says that it is the first issue, which is "
        "false where those facts were published. Rename them as the specification is called now, "
        "name that one file with --since, or give the specification its old name.",
};

const struct code *const changes_codes[] = {&E940, &W940, &W941, &W942, &E955,
                                            &E957, &W955, &W967, NULL};
