import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Validate PDFs against a flavour of veraPDF, such as ua1: a line for each file, and one for each rule it breaks. */
public class Validate {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var flavour = PDFAFlavour.byFlavourId(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            try (var parser = Foundries.defaultInstance().createParser(new FileInputStream(arguments[i]), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                Map<String, Integer> broken = new TreeMap<>();
                for (TestAssertion found : result.getTestAssertions()) {
                    if (found.getStatus() == TestAssertion.Status.FAILED) {
                        var rule = found.getRuleId();
                        broken.merge(rule.getClause() + "-" + rule.getTestNumber() + " " + found.getMessage(), 1, Integer::sum);
                    }
                }
                System.out.println((result.isCompliant() ? "PASS" : "FAIL") + "\t" + flavour + "\t" + arguments[i]);
                broken.forEach((rule, times) -> System.out.println("\t" + times + " x " + rule));
            }
        }
    }
}
