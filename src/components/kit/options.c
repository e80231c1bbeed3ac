/* Options that several components share. */
#include "components/kit/kit.h"
#include "doc/doc_codes.h"

static const struct field caption_fields[] = {
    CAPTION_OPTION(struct caption_options),
    END_OF_OPTIONS,
};

const struct record_table caption_options_table = {
    .name = "component's options",
    .a_name = "a component's options",
    .size = sizeof(struct caption_options),
    .fields = caption_fields,
    .doc = "The options of a component that has only a caption.",
};

static const struct field no_fields[] = {END_OF_OPTIONS};

const struct record_table no_options_table = {
    .name = "component's options",
    .a_name = "a component's options",
    .size = sizeof(struct no_options),
    .fields = no_fields,
    .doc = "The options of a component that has none.",
};

struct span caption_span(const void *options)
{
    return record_span_of(options, "caption");
}

bool option_in_range(struct diags *diags, const void *options, const char *name, struct whole value,
                     int64_t low, int64_t high)
{
    if (!value.known || (value.value >= low && value.value <= high))
        return true;
    struct diag *diag = diag_report(diags, &E416, record_span_of(options, name),
                                    "`%s` cannot be %lld", name, (long long)value.value);
    diag_hint(diags, diag, "write a number from %lld to %lld", (long long)low, (long long)high);
    return false;
}
