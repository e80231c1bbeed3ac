/* Codes of batch/: runs, workers and the manifest. */
#include "batch/batch_codes.h"

#include <stddef.h>

const struct code E902 = {
    .name = "E902",
    .severity = SEVERITY_ERROR,
    .title = "Two outputs with one name",
    .explanation =
        "Two specifications in one run would be written to the same PDF. Give one of the files "
        "another name, or build them into different folders.",
};

const struct code E903 = {
    .name = "E903",
    .severity = SEVERITY_ERROR,
    .title = "No specification in the folder",
    .explanation =
        "A folder was named and it holds no file that ends in .yaml or .yml. Folders inside it are "
        "not searched: name them as well.",
};

const struct code E920 = {
    .name = "E920",
    .severity = SEVERITY_FAILURE,
    .title = "A briefing needs too much memory",
    .explanation =
        "Making this briefing took more memory than one is allowed, so it was given up and the "
        "others went on. Divide it, or allow more with --worker-memory.",
};

const struct code E921 = {
    .name = "E921",
    .severity = SEVERITY_FAILURE,
    .title = "A briefing takes too long",
    .explanation =
        "Making this briefing took more processor time than one is allowed, so it was given up "
        "and the others went on. Divide it, or allow more with --worker-seconds.",
};

const struct code E922 = {
    .name = "E922",
    .severity = SEVERITY_FAILURE,
    .title = "A briefing was interrupted from outside",
    .explanation =
        "The process that was making this briefing was killed by somebody, or by a system that "
        "was short of memory. The briefing was not written, the others were. Build it again.",
};

const struct code E923 = {
    .name = "E923",
    .severity = SEVERITY_BUG,
    .title = "The program crashed",
    .explanation =
        "The process that was making this briefing ended as none should. That is a fault of "
        "councilbrief: please report it with the specification. The others were built all the "
        "same.",
};

const struct code E924 = {
    .name = "E924",
    .severity = SEVERITY_FAILURE,
    .title = "A briefing waits for ever",
    .explanation =
        "The process that was making this briefing neither worked nor ended, so it was given up. "
        "A file that it needs may be on a disk or in a network that does not answer.",
};

const struct code E925 = {
    .name = "E925",
    .severity = SEVERITY_FAILURE,
    .title = "No process can be started",
    .explanation =
        "The system refused to start another process: it may have too many already. Try again, "
        "or with fewer at a time (-j 1).",
};

const struct code E926 = {
    .name = "E926",
    .severity = SEVERITY_FAILURE,
    .title = "The output folder is in use",
    .explanation =
        "Another councilbrief is building into the same folder. Two at a time would undo each "
        "other's work, so this one did nothing. Wait for the other, or build into another folder "
        "with -o.",
};

const struct code W927 = {
    .name = "W927",
    .severity = SEVERITY_WARNING,
    .title = "The list of what was built is not usable",
    .explanation =
        "The file manifest.json in the output folder is damaged, was changed by hand, or is not "
        "one of ours. Nothing in it is believed: every briefing is built again, and the file is "
        "written anew.",
};

const struct code W928 = {
    .name = "W928",
    .severity = SEVERITY_WARNING,
    .title = "A PDF without its specification",
    .explanation =
        "This PDF was made from a specification that is not there any more. It is never deleted "
        "for you: do so if nobody needs it, or put the specification back.",
};

const struct code W929 = {
    .name = "W929",
    .severity = SEVERITY_WARNING,
    .title = "A name that make cannot read",
    .explanation =
        "A makefile has no sure way to write this file name, so the file of make rules leaves it "
        "out. Rename the file: spaces are fine, line breaks and the signs ; | = % : * ? [ are not.",
};

const struct code E933 = {
    .name = "E933",
    .severity = SEVERITY_FAILURE,
    .title = "A limit of whoever started councilbrief",
    .explanation =
        "Whoever started councilbrief, a shell or a service, allows its processes only so much "
        "memory or time, and this briefing needs more. Raise that limit (`ulimit` in a shell) or "
        "divide the briefing.",
};

const struct code E934 = {
    .name = "E934",
    .severity = SEVERITY_ERROR,
    .title = "A file name that cannot be printed",
    .explanation =
        "The name of a specification, or of a folder on the way to it, holds bytes that are not "
        "UTF-8 text, or a character that cannot be seen, such as a line break. No list could name "
        "the file. Rename it.",
};

const struct code E350 = {
    .name = "E350",
    .severity = SEVERITY_FAILURE,
    .title = "What was made could not be passed on",
    .explanation =
        "The briefing was made, and the system had no memory for messages between processes to say "
        "so, for a second and longer. It was not written, the others were. Build it again, or with "
        "fewer at a time (-j 1).",
};

const struct code E130 = {
    .name = "E130",
    .severity = SEVERITY_ERROR,
    .title = "Another paper under the same name",
    .explanation =
        "The file in the output folder is another paper: of another template, another length or "
        "another specification. A file is named after what the command line chose and is not the "
        "usual, so a choice that the specification made itself does not show in it. Nothing is "
        "written over it: build into a folder of its own, or delete the file.",
};

const struct code W102 = {
    .name = "W102",
    .severity = SEVERITY_WARNING,
    .title = "A paper under a name of before",
    .explanation =
        "By the list of what was built, this file was made of the same specification with the same "
        "choices, and such a paper is now called otherwise. It is never deleted for you: do so, so "
        "that nobody takes it for the new one.",
};

const struct code W960 = {
    .name = "W960",
    .severity = SEVERITY_WARNING,
    .title = "A specification of long ago",
    .explanation =
        "The specification says that it is complete to a day more than sixty days before that of "
        "the run, which --today gives, or else --as-at. What happened since may be missing, and a "
        "paper that --as-at dates later seems to know it. Look for what has become known, add it, "
        "and write the day under `as_at`.",
};

const struct code E961 = {
    .name = "E961",
    .severity = SEVERITY_ERROR,
    .title = "Not a part of a run",
    .explanation =
        "`councilbrief merge` joins folders that `build --shard I/N` filled, each with the list "
        "manifest.json that says which part it is. This folder has no such list, one that was "
        "changed by hand, or one of a run that did not end. Nothing was written. Build that part "
        "again: what it has made already is not made twice.",
};

const struct code E962 = {
    .name = "E962",
    .severity = SEVERITY_ERROR,
    .title = "Parts that do not belong together",
    .explanation =
        "The folders given to `councilbrief merge` must be all the parts of one run, each once: "
        "of the same specifications, with the same number of parts, the same options, the same "
        "frameworks and bank holidays, the same program and libraries, and built in one state of "
        "the tables, templates and other files that they share. Nothing was written.",
};

const struct code E963 = {
    .name = "E963",
    .severity = SEVERITY_ERROR,
    .title = "A file of a part is not as it was built",
    .explanation =
        "The list of a part names this file with a hash of its contents, and the file is missing "
        "or another: it was not copied whole, or somebody changed it. Nothing was written. Copy "
        "the folder again, or build that part again.",
};

const struct code E964 = {
    .name = "E964",
    .severity = SEVERITY_ERROR,
    .title = "Two different files of one name",
    .explanation =
        "Two parts hold different briefings of the same name, which earlier runs for other lists "
        "of specifications left there. Nothing was written. Delete the folders and build all "
        "parts again.",
};

const struct code E965 = {
    .name = "E965",
    .severity = SEVERITY_ERROR,
    .title = "A part lacks briefings",
    .explanation =
        "Some briefings of this part were refused or failed when it was built. All that is there "
        "was joined, as one run would have built it; the messages of that part's run say what is "
        "to be mended.",
};

const struct code *const batch_codes[] = {&E902, &E130, &W102, &E903, &E920, &E921, &E922, &E923,
                                          &E924, &E925, &E926, &W927, &W928, &W929, &E933, &E934,
                                          &E350, &W960, &E961, &E962, &E963, &E964, &E965, NULL};
