import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDFs against PDF/UA-1 and PDF/A-2a. Prints one line a file and profile, and below it the
 * rules that failed and how often; exits with 1 when any rule failed or a file cannot be read. With
 * --broken it is the other way round: every file must fail a rule of a profile, or be unreadable.
 */
public final class Verify {
    private static final PDFAFlavour[] PROFILES = {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A};

    private Verify() {
    }

    public static void main(String[] arguments) {
        boolean broken = arguments.length > 0 && arguments[0].equals("--broken");
        String[] paths = Arrays.copyOfRange(arguments, broken ? 1 : 0, arguments.length);
        if (paths.length == 0) {
            System.err.println("usage: run.sh [--broken] FILE...");
            System.exit(2);
        }
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        int accepted = 0;
        for (String path : paths) {
            boolean sound = isSound(path);
            accepted += sound ? 1 : 0;
            if (broken && sound) {
                System.out.printf("%s: is broken, and no rule failed%n", path);
            }
        }
        System.out.printf("veraPDF: %d %s, %d accepted, %d rejected%n", paths.length,
                broken ? "broken files" : "files in both profiles", accepted, paths.length - accepted);
        System.exit(accepted == (broken ? 0 : paths.length) ? 0 : 1);
    }

    private static boolean isSound(String path) {
        boolean sound = true;
        for (PDFAFlavour profile : PROFILES) {
            try {
                sound &= verify(path, profile);
            } catch (Exception error) {
                System.out.printf("%s: %s: cannot be read: %s%n", path, profile.getId(),
                        error.getMessage());
                sound = false;
            }
        }
        return sound;
    }

    private static boolean verify(String path, PDFAFlavour profile) throws Exception {
        try (InputStream file = new FileInputStream(path);
             PDFAParser parser = Foundries.defaultInstance().createParser(file, profile);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, Integer> failed = failedRules(result);
            System.out.printf("%s: %s: rules failed: %d%n", path, profile.getId(), failed.size());
            failed.forEach((rule, count) -> System.out.printf("    %d x %s%n", count, rule));
            return result.isCompliant() && failed.isEmpty();
        }
    }

    /** What failed, as "clause-test: message (where first)", each with how often. */
    private static Map<String, Integer> failedRules(ValidationResult result) {
        Map<String, String> places = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() != TestAssertion.Status.FAILED) {
                continue;
            }
            String rule = assertion.getRuleId().getClause() + "-"
                    + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage();
            places.putIfAbsent(rule, assertion.getLocation().getContext());
            counts.merge(rule, 1, Integer::sum);
        }
        Map<String, Integer> named = new TreeMap<>();
        counts.forEach((rule, count) -> named.put(rule + " (first at " + places.get(rule) + ")", count));
        return named;
    }
}
