using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Projects;

public sealed class DoubleSupportTests
{
    private const string TaxCode = "0314409058";

    private static readonly Establishment Workshop = Of(Given.Establishment, TaxCode, "Số 12, thôn Minh Họa");

    [Theory]
    [InlineData("machines|x200", "machines|x200", ContentMatch.Same)]
    [InlineData("machines|x200", "machines|mayepdaux200", ContentMatch.SameKind)]
    [InlineData("machines|maysay", "machines|maysaythucpham", ContentMatch.SameKind)]
    [InlineData("machines|x200", "technology-line|x200", ContentMatch.Same)]
    [InlineData("demonstration-model|x200", "cleaner-production-model|y9", ContentMatch.SameKind)]
    [InlineData("machines|x200|sn1", "machines|x200|sn2", null)]
    [InlineData("machines|x200|sn1", "technology-line|daychuyen|sn1", ContentMatch.Same)]
    [InlineData("machines|x200|sn1", "machines|y9", ContentMatch.SameKind)]
    [InlineData("machines||sn1", "machines|x200|sn2", null)]
    [InlineData("machines|x200", "brand|x200", null)]
    [InlineData("machines|x200", "machines", ContentMatch.SameKind)]
    [InlineData("machines", "machines", ContentMatch.SameKind)]
    [InlineData("machines", "fair-booth", null)]
    [InlineData("", "machines", ContentMatch.Unknown)]
    [InlineData("", "", ContentMatch.Unknown)]
    public void TheSameExpense_IsCompared_NotTheEstablishment(string mine, string theirs, ContentMatch? match) => DoubleSupport.Compare(mine, theirs).ShouldBe(match);

    [Fact]
    public void OneWorkshop_HelpedForAnotherThing_IsNoCandidate()
    {
        Found(Project(model: "X200", serial: "SN1"), Project(model: "Y9", serial: "SN2")).ShouldBeEmpty();
        Found(Project(model: "X200"), Project(model: "Y9")).ShouldHaveSingleItem().Reasons.ShouldAllBe(r => r.Content == ContentMatch.SameKind, "words that differ are not yet two machines");
        Found(Project(kind: "machines"), Project(kind: "fair-booth")).ShouldBeEmpty();
        Found(Project(model: "X200"), Project(model: "x-200")).ShouldHaveSingleItem().Reasons.ShouldContain(new SupportReason(SupportKeyKind.Identifier, ContentMatch.Same));
    }

    [Fact]
    public void ASerial_OrAPicture_NamesTheExpenseByItself()
    {
        var stranger = Of(Given.Id(), "0100233488", "Thôn 9");
        Reasons(Project(serial: "SN 0012-A"), Project(stranger, serial: "sn0012a")).ShouldBe([new(SupportKeyKind.MachineSerial, ContentMatch.Same)]);
        Reasons(Project(picture: "aa"), Project(stranger, picture: "aa")).ShouldBe([new(SupportKeyKind.FileHash, ContentMatch.Same)]);
        Found(Project(picture: "aa", mediaType: "application/pdf"), Project(stranger, picture: "aa", mediaType: "application/pdf")).ShouldBeEmpty();
    }

    [Fact]
    public void AnInvoiceNumberWithoutItsSeller_IsAWeakReason_BesideTheSameParty_OrTheSameMachine()
    {
        var stranger = Of(Given.Id(), "0100233488", "Thôn 9");
        Found(Project(model: "X200", invoice: "1C26T/0001"), Project(stranger, model: "Y9", invoice: "1c26t 0001")).ShouldBeEmpty("another seller gives the same number");
        Reasons(Project(model: "X200", invoice: "1C26T/0001"), Project(stranger, model: "x-200", invoice: "1c26t 0001")).ShouldBe([new(SupportKeyKind.InvoiceNumber, ContentMatch.Unknown)]);
        Reasons(Project(kind: "machines", invoice: "0007"), Project(kind: "fair-booth", invoice: "0007")).ShouldBe([new(SupportKeyKind.InvoiceNumber, ContentMatch.Unknown)]);
        Reasons(Project(kind: "machines", invoice: "1C26TAA 7, Cơ khí Minh Họa"), Project(kind: "fair-booth", invoice: "7")).ShouldBe([new(SupportKeyKind.InvoiceNumber, ContentMatch.Unknown)]);
    }

    [Theory]
    [InlineData("0000123, MST 0314409058", "0000123, MST 0100233488")]
    [InlineData("1C26TAA 0000123, Cơ khí Minh Họa", "1C26TAA 0000123, Cơ khí Ví Dụ")]
    [InlineData("1C26TAA 0000123, MST 0314409058", "1C26TBB 0000123, MST 0314409058")]
    [InlineData("1C26TAA 0000123", "1C26TBB 0000123")]
    [InlineData("1C26TAA 0000123, MST 0314409058-001", "1C26TAA 0000123, MST 0314409058-002")]
    public void TwoInvoices_OfOneNumber_AreNoSuspicion(string mine, string theirs) =>
        Found(Project(kind: "machines", invoice: mine), Project(kind: "fair-booth", invoice: theirs)).ShouldBeEmpty();

    [Theory]
    [InlineData("1C26TAA 0000123, MST 0314409058", "ký hiệu 1C26TAA, số 123, mã số thuế 0314409058")]
    [InlineData("1C26TAA0000123; 0314409058", "C26TAA/123 (MST: 0314409058) Công ty TNHH Cơ khí Minh Họa")]
    [InlineData("1C26TAA 123, Công ty TNHH Cơ khí Minh Họa", "Cty TNHH CƠ KHÍ MINH HOẠ, hóa đơn số 0000123")]
    [InlineData("123 ngày 05/3/2026 của HTX An Phú", "Số 0000123 ngày 5 tháng 3 năm 2026, hợp tác xã An Phú")]
    [InlineData("AA/20E-0000123, MST 0314409058", "AA/20E 123 MST 0314409058")]
    public void OneInvoice_WrittenInAnotherWay_IsFound_WhoeverHasIt(string mine, string theirs) =>
        Reasons(Project(model: "X200", invoice: mine), Project(Of(Given.Id(), "0100233488", "Thôn 9"), model: "Y9", invoice: theirs)).ShouldBe([new(SupportKeyKind.InvoiceNumber, ContentMatch.Same)]);

    [Fact]
    public void AnInvoiceJudgedAsTheSame_IsJudged_AlsoWhereOnlyItsNumberIsLeft()
    {
        var candidate = new SupportCandidate(SupportSourceKind.Project, Given.Id(), [new(SupportKeyKind.InvoiceNumber, ContentMatch.Same)]);
        var weaker = candidate with { Reasons = [new(SupportKeyKind.InvoiceNumber, ContentMatch.Unknown)] };
        DoubleSupport.Blocks([weaker], [Resolution(candidate, DoubleSupportOutcome.DifferentExpense)]).ShouldBeFalse();
        DoubleSupport.Blocks([candidate], [Resolution(weaker, DoubleSupportOutcome.DifferentExpense)]).ShouldBeTrue();
    }

    [Fact]
    public void TracesKeptAsWholeTexts_AreReadAgain()
    {
        InvoiceMark.Of("1c26taa0000123").ShouldBe(InvoiceMark.Of("1C26TAA 0000123"));
        InvoiceMark.Of(SupportTrace.NumberOf("1C26T/0001")).ShouldBe(new("1", "c26t", "", ""));
        InvoiceMark.Of("1C26TAA 0000123, MST 0314409058").ShouldBe(new("123", "c26taa", TaxCode, ""));
        InvoiceMark.Of("Hóa đơn GTGT").ShouldNotBeNull().Number.ShouldBe("hoadongtgt");
        InvoiceMark.Of("0000, Cơ khí Minh Họa").ShouldBeNull();
        InvoiceMark.Of("1C26TAA 5")!.Trace("").Content.ShouldBe("|||c26taa||");
    }

    [Theory]
    [InlineData("chưa có")]
    [InlineData("Không")]
    [InlineData("N/A")]
    [InlineData("—")]
    [InlineData("000")]
    [InlineData("xxx")]
    [InlineData("01")]
    public void WhatSaysThatThereIsNoSerial_IsNoTrace(string serial) => Found(Project(serial: serial), Project(Of(Given.Id(), "0100233488", "Thôn 9"), serial: serial)).ShouldBeEmpty();

    [Theory]
    [InlineData("chưa có")]
    [InlineData("0000000")]
    public void WhatSaysThatThereIsNoInvoice_IsNoTrace(string invoice) =>
        Found(Project(model: "X200", invoice: invoice), Project(Of(Given.Id(), "0100233488", "Thôn 9"), model: "X200", invoice: invoice)).ShouldBeEmpty();

    [Fact]
    public void OnlyTheSiteOfTheProject_IsCompared()
    {
        var (here, there) = (Given.Id(), Given.Id());
        var two = Establishment.From(new(Given.Id(), Given.Province, new(LegalForm.HouseholdBusiness, "Cơ sở", null, null, null, null), [(here, new SiteEntry(Given.Commune, "Số 12, thôn Minh Họa")), (there, new SiteEntry(Given.Commune, "Số 99, thôn Minh Họa"))], TimeProvider.System.UtcNow));
        (Project Project, Establishment Of) At(Guid site) =>
            (Given.Project(Given.Text() with { Beneficiaries = [Given.Beneficiary(two.EstablishmentId) with { ProductionSiteId = site }], Machines = [Given.Machine()] }), two);
        Reasons(At(here), Project()).ShouldBe([new(SupportKeyKind.Site, ContentMatch.Same)]);
        Found(At(there), Project()).ShouldBeEmpty();
    }

    [Fact]
    public void OneSite_OrOneOwner_UnderAnotherName_IsFound()
    {
        Reasons(Project(), Project(Of(Given.Id(), "0100233488", "số 12 thôn minh hoạ"))).ShouldBe([new(SupportKeyKind.Site, ContentMatch.Same)]);
        Found(Project(Of(Given.Id(), "0100233477", "Thôn 1")), Project(Of(Given.Id(), "0100233488", "Thôn 1"))).ShouldBeEmpty("a hamlet is no place");
        var (one, other) = (Of(Given.Id(), "056000000017", "A"), Of(Given.Id(), "056000000017", "B", IdentifierKind.PersonalNumber));
        Reasons(Project(one), Project(other)).ShouldBe([new(SupportKeyKind.Owner, ContentMatch.Same)]);
        Traces(Project(one), one).ShouldAllBe(t => !t.Value.Contains("056000000017", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatTheBeneficiaryPaysAlone_IsNoSupport()
    {
        var own = Given.Project(Given.Text() with { Lines = [Given.Line(400, 1, null, 400)], Machines = [Given.Machine(serial: "SN1")] });
        Traces(own, Workshop).ShouldBeEmpty();
    }

    [Fact]
    public void MoneyOfOthers_IsComparedToo()
    {
        var outside = OutsideSupport.From(OutsideSupport.Record(Given.Id(), Given.Province, null, Outside() with { Identifier = "0314409058-001", SupportKindCode = null }, TimeProvider.System).Event!);
        var known = OutsideSupport.From(OutsideSupport.Record(Given.Id(), Given.Province, null, Outside() with { Identifier = TaxCode, SupportKindCode = "machines", Machine = "X200" }, TimeProvider.System).Event!);
        Candidates(Project(), [.. Keys(outside)]).ShouldBeEmpty("another unit of the firm has another number");
        Candidates(Project(), [.. Keys(known)]).ShouldHaveSingleItem().Reasons.ShouldBe([new(SupportKeyKind.Identifier, ContentMatch.Same)]);
        var unknown = OutsideSupport.From(OutsideSupport.Record(Given.Id(), Given.Province, null, Outside() with { EstablishmentId = Given.Establishment }, TimeProvider.System).Event!);
        Candidates(Project(), [.. Keys(unknown)]).ShouldHaveSingleItem().Reasons[0].Content.ShouldBe(ContentMatch.Unknown);
    }

    [Fact]
    public void ApprovalWaits_ForAReasonedResolution_OfWhatIsKnown()
    {
        var candidate = Found(Project(), Project()).ShouldHaveSingleItem();
        DoubleSupport.Blocks([candidate], []).ShouldBeTrue();
        DoubleSupport.Resolve(Given.Id(), Given.Id(), candidate, null, "ngắn", "A", TimeProvider.System.UtcNow).Codes().ShouldBe(["support.outcome-missing", "support.reason-missing"]);
        var resolved = Resolution(candidate, DoubleSupportOutcome.DifferentExpense);
        DoubleSupport.Blocks([candidate], [resolved]).ShouldBeFalse();
        var more = candidate with { Reasons = [.. candidate.Reasons, new(SupportKeyKind.InvoiceNumber, ContentMatch.Same)] };
        DoubleSupport.Blocks([more], [resolved]).ShouldBeTrue();
        DoubleSupport.Blocks([candidate], [Resolution(candidate, DoubleSupportOutcome.SameExpense)]).ShouldBeTrue();
        DoubleSupport.Blocks([], []).ShouldBeFalse();
    }

    [Fact]
    public void OutsideMoney_IsEnteredWhole()
    {
        OutsideSupport.Record(Given.Id(), Given.Province, null, Outside() with { GivenBy = " ", ProgrammeName = "", BeneficiaryName = "", Amount = null, GivenOn = null }, TimeProvider.System).Codes()
            .ShouldBe(["outside.giver-missing", "outside.programme-missing", "outside.beneficiary-missing", "outside.amount-missing", "outside.date-missing"]);
        OutsideSupport.Record(Given.Id(), Given.Province, null, Outside() with { Amount = Dong.Zero, GivenOn = Given.Today.AddDays(2), Identifier = "056000000017" }, TimeProvider.System).Codes()
            .ShouldBe(["outside.amount-none", "outside.in-future"]);
        var support = OutsideSupport.From(OutsideSupport.Record(Given.Id(), Given.Province, null, Outside(), TimeProvider.System).Event!);
        OutsideSupport.Withdraw(support, " ", TimeProvider.System.UtcNow).Codes().ShouldBe(["outside.reason-missing"]);
        support.Apply(OutsideSupport.Withdraw(support, "Nhầm", TimeProvider.System.UtcNow).Event!);
        OutsideSupport.Withdraw(support, "Nhầm", TimeProvider.System.UtcNow).Codes().ShouldBe(["outside.withdrawn"]);
    }

    [Fact]
    public void AnAgreement_MayPromiseNoMoney_AndLieAhead()
    {
        var agreed = Outside() with { Kind = OutsideSupportKind.Cooperation, Amount = null, StartsOn = Given.Today.AddYears(1), EndsOn = Given.Today.AddYears(2), Parties = "Trường nghề" };
        Recorded(agreed).TracesWith(Workshop, TaxCode).ShouldBeEmpty("nothing is paid");
        OutsideSupport.Record(Given.Id(), Given.Province, null, agreed with { EndsOn = Given.Today }, TimeProvider.System).Codes().ShouldBe(["outside.period-reversed"]);
        OutsideSupport.Record(Given.Id(), Given.Province, null, agreed with { Kind = OutsideSupportKind.Sponsorship }, TimeProvider.System).Codes().ShouldBe(["outside.amount-missing"]);
    }

    [Fact]
    public void APersonsNumber_IsNotKept_ButRecognised()
    {
        const string number = "056000000017";
        var support = Recorded(Outside() with { Identifier = number, SupportKindCode = "machines", Machine = "X200" });
        (support.Identifier, support.SearchText.Contains(number, StringComparison.Ordinal)).ShouldBe((null, false));
        var traces = support.TracesWith(typed: number);
        traces.ShouldAllBe(t => t.Kind == SupportKeyKind.Owner && !t.Value.Contains(number, StringComparison.Ordinal));
        Candidates(Project(Of(Given.Id(), number, "A")), [.. traces.Select(t => SupportKey.Of(Given.Id(), Given.Province, SupportSourceKind.OutsideSupport, support.OutsideSupportId, t))]).ShouldHaveSingleItem();
    }

    [Fact]
    public void WithItsEstablishment_OutsideMoneyLeavesSiteAndOwner()
    {
        var support = Recorded(Outside() with { EstablishmentId = Workshop.EstablishmentId, SupportKindCode = "machines" });
        support.TracesWith(Workshop).Select(t => t.Kind).ShouldBe([SupportKeyKind.Identifier, SupportKeyKind.Identifier, SupportKeyKind.Site]);
    }

    private static OutsideSupport Recorded(OutsideSupportText text) => OutsideSupport.From(OutsideSupport.Record(Given.Id(), Given.Province, null, text, TimeProvider.System).Event!);

    private static DoubleSupportResolution Resolution(SupportCandidate candidate, DoubleSupportOutcome outcome) =>
        DoubleSupportResolution.From(DoubleSupport.Resolve(Given.Id(), Given.Id(), candidate, outcome, "Hai máy khác nhau, đã xem tại chỗ", "A", TimeProvider.System.UtcNow).Event!, Given.Province);

    private static OutsideSupportText Outside() =>
        new(OutsideSupportKind.OtherProgramme, "Sở Minh Họa", "Chương trình minh họa", "Dự án minh họa", null, "Cơ sở minh họa", null, null, null, null, null, new(1), Given.Today, null, null);

    private static (Project Project, Establishment Of) Project(Establishment? of = null, string kind = "machines", string? model = "X200", string? serial = null, string? invoice = null, string? picture = null, string mediaType = "image/jpeg")
    {
        var workshop = of ?? Workshop;
        var project = Given.Project(Given.Text() with { Beneficiaries = [Given.Beneficiary(workshop.EstablishmentId)], Lines = [Given.Line(kind: kind)], Machines = [Given.Machine(model, serial)] });
        if ((invoice ?? picture) is not null)
        {
            project.Apply(new PaperAttached(Given.Id(), null, "Tệp", picture ?? "bb", "tep", 1, invoice is null ? mediaType : "application/pdf", invoice, null, "A", Given.Id(), TimeProvider.System.UtcNow));
        }

        return (project, workshop);
    }

    private static IReadOnlyList<SupportTrace> Traces(Project project, Establishment of) => ProjectTraces.Of(project, [of]);

    private static IReadOnlyList<SupportTrace> Traces((Project Project, Establishment Of) pair, Establishment of) => Traces(pair.Project, of);

    private static IReadOnlyList<SupportCandidate> Found((Project Project, Establishment Of) mine, (Project Project, Establishment Of) other) =>
        Candidates(mine, [.. Traces(other.Project, other.Of).Select(t => SupportKey.Of(Given.Id(), Given.Province, SupportSourceKind.Project, other.Project.ProjectId, t))]);

    private static IReadOnlyList<SupportReason> Reasons((Project Project, Establishment Of) mine, (Project Project, Establishment Of) other) => Found(mine, other).ShouldHaveSingleItem().Reasons;

    private static IReadOnlyList<SupportCandidate> Candidates((Project Project, Establishment Of) mine, SupportKey[] keys) => DoubleSupport.Candidates(Traces(mine.Project, mine.Of), keys);

    private static IEnumerable<SupportKey> Keys(OutsideSupport support) => support.TracesWith().Select(t => SupportKey.Of(Given.Id(), Given.Province, SupportSourceKind.OutsideSupport, support.OutsideSupportId, t));

    private static Establishment Of(Guid id, string number, string address, IdentifierKind kind = IdentifierKind.TaxCode) => Establishment.From(new(
        id, Given.Province, new(LegalForm.HouseholdBusiness, "Cơ sở", null, null, null, null), [(Given.Id(), new SiteEntry(Given.Commune, address)), (Given.Id(), new IdentifierEntry(kind, number))], TimeProvider.System.UtcNow));
}
