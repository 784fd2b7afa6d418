using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Payments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using ManagementGiven = KhuyenCong.Domain.Tests.ManagementCosts.Given;
using PaymentGiven = KhuyenCong.Domain.Tests.Payments.Given;

namespace KhuyenCong.Domain.Tests.Plans;

/// <summary>Codes of mục lục ngân sách: their form is judged, what they mean is told where a table of the year knows it.</summary>
public sealed class BudgetCodingTests
{
    private static readonly BudgetCodes Typed = new("001", "002", "003", "0000001");

    [Theory]
    [InlineData(null, null, null, null, "")]
    [InlineData(" 001 ", "002", "003", "0000001", "")]
    [InlineData("", " ", null, "", "")]
    [InlineData("01", "0002", "00a", "00-1", "budget-code.chapter budget-code.category budget-code.section budget-code.unit")]
    [InlineData("١٢٣", null, null, null, "budget-code.chapter")]
    [InlineData(null, null, null, "123456789012345678901", "budget-code.unit")]
    public void Codes_AreDigits_AndEveryFaultIsTold(string? chapter, string? category, string? section, string? unit, string codes)
    {
        var ruling = BudgetCoding.Write(Given.Allocation(), new(chapter, category, section, unit));
        ruling.Breaches.Select(b => b.Code).ShouldBe(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        ruling.Event?.Codes.Chapter.ShouldBe(string.IsNullOrWhiteSpace(chapter) ? null : "001");
    }

    [Fact]
    public void ALine_KeepsItsCodes_AndEmptiedOnesAreGone()
    {
        var line = Given.Allocation();
        line.Codes.IsEmpty.ShouldBeTrue();
        line.Apply(BudgetCoding.Write(line, Typed).Event.ShouldNotBeNull());
        line.Codes.ShouldBe(Typed);
        line.Apply(BudgetCoding.Write(line, new(" 001 ", "", null, " ")).Event.ShouldNotBeNull());
        line.Codes.ShouldBe(new BudgetCodes("001"));
        line.Available.ShouldBe(Given.Allocation().Available);
    }

    [Fact]
    public void AClosedLine_KeepsTheCodesItWasClosedWith()
    {
        var line = Given.Allocation();
        line.Apply(new YearClosed(new(2040, 1, 5), null, [], new([])));
        BudgetCoding.Write(line, new("1")).Breaches.Select(b => b.Code).ShouldBe(["ledger.closed", "budget-code.chapter"]);
    }

    [Fact]
    public void AFirstAllotment_OpensItsLineWithCodes_OrTellsTheirFaultsWithAllOthers()
    {
        AllocationOpened Wanted(BudgetCodes? codes, string source = "KCDP") => new(Given.Id(), "56", Given.Holder, null, source, Given.Year, codes);
        Allocation.From(Allotting.Open(Wanted(Typed with { Chapter = " 001" }), true, null).Event.ShouldNotBeNull()).Codes.ShouldBe(Typed);
        Allocation.From(Allotting.Open(Wanted(null), true, null).Event.ShouldNotBeNull()).Codes.IsEmpty.ShouldBeTrue();
        Allotting.Open(Wanted(new("1"), "DOIUNG"), true, null).Breaches.Select(b => (b.Code, b.Field)).ShouldBe([("allocation.source-missing", "Source"), ("budget-code.chapter", "Chapter")]);
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData("0001", null, "")]
    [InlineData(" 0001", "0002 ", "")]
    [InlineData("001", "00020", "budget-code.item budget-code.sub-item")]
    [InlineData(null, "0002", "budget-code.item-missing")]
    public void MucAndTieuMuc_AreJudgedAlike_InARequestAndInAVoucher(string? item, string? subItem, string codes)
    {
        string[] told = codes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var contract = PaymentGiven.Contract();
        var written = PaymentWriting.Write(contract, null, PaymentKind.Advance, PaymentGiven.Text(1_000) with { BudgetItem = item, BudgetSubItem = subItem }, PaymentGiven.Wide, null, PaymentGiven.Writer(contract.Regime), TimeProvider.System);
        written.Breaches.Select(b => b.Code).ShouldBe(told);
        (written.Event?.Text.BudgetItem, written.Event?.Text.BudgetSubItem).ShouldBe(told.Length > 0 ? (null, null) : (item?.Trim(), subItem?.Trim()));

        var estimate = ManagementGiven.In(ManagementState.Approved, ManagementGiven.Allotment());
        var text = ManagementGiven.VoucherText(estimate) with { BudgetItem = item, BudgetSubItem = subItem };
        ManagementVouching.Faults(estimate, estimate.Lines[0], text, ManagementGiven.Room(), ManagementGiven.Today).Select(b => b.Code).ShouldBe(told);
    }

    [Fact]
    public void TheLibrary_HasTheOldCodesOnly_AndTellsThatTheyAreOld()
    {
        var shipped = ProgrammeJson.Read<RuleText[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "law", "rules.json"))).Where(r => r.Code.StartsWith(BudgetCoding.TablePrefix, StringComparison.Ordinal)).ToArray();
        shipped.Select(r => (r.Code, r.Document, r.Article, r.Clause)).ShouldBe([(BudgetCoding.RowOf("070", "102"), "ttlt-26-2014", "8", "3")]);
        var table = Rows(shipped);
        BudgetCoding.IsKnown(2016, table).ShouldBeTrue();
        BudgetCoding.IsKnown(2026, table).ShouldBeFalse();
        var old = new BudgetCodes(Category: "070", Section: "102");
        BudgetCoding.Advice(old, 2016, table)!.Told.Code.ShouldBe("budget-code.unverified");
        var advice = BudgetCoding.Advice(old, 2026, table).ShouldNotBeNull();
        (advice.Told.Code, advice.Row).ShouldBe(("budget-code.out-of-date", table[0]));
        advice.Told.Arguments.ShouldBe(["070", "102", 2026]);
        BudgetCoding.Advice(Typed, 2026, table)!.ShouldSatisfyAllConditions(a => a.Told.Code.ShouldBe("budget-code.no-table"), a => a.Row.ShouldBeNull());
        BudgetCoding.Advice(BudgetCodes.None, 2026, table).ShouldBeNull();
    }

    [Fact]
    public void ARowReadVerbatim_OfThatYear_LeavesNothingToTell()
    {
        var table = Rows(new RuleText { Code = BudgetCoding.RowOf("002", "003"), EffectiveFrom = new(2030, 7, 1), Verification = Verification.VerifiedVerbatim });
        BudgetCoding.Advice(Typed, 2030, table).ShouldBeNull();
        BudgetCoding.Advice(Typed, 2031, table).ShouldBeNull();
        BudgetCoding.Advice(Typed, 2029, table)!.Told.Code.ShouldBe("budget-code.out-of-date");
        // Half of a pair is no row.
        BudgetCoding.Advice(Typed with { Section = null }, 2030, table)!.Told.Code.ShouldBe("budget-code.not-in-table");
        // The year has its table, and these are not in it.
        var missing = BudgetCoding.Advice(Typed with { Section = "004" }, 2030, table).ShouldNotBeNull();
        (missing.Told.Code, missing.Row).ShouldBe(("budget-code.not-in-table", null));
        missing.Told.Arguments.ShouldBe([2030]);
        BudgetCoding.Advice(Typed with { Section = "004" }, 2029, table)!.Told.Code.ShouldBe("budget-code.no-table");
    }

    private static List<LegalRule> Rows(params RuleText[] texts) => [.. texts.Select(t => LegalRule.From(new(Given.Id(), Given.Id(), t)))];
}
