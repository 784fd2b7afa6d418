using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Programmes;

public class ResultTests
{
    private static readonly TargetStatement Machines = Given.Statement("M", "Cơ sở CNNT được hỗ trợ ứng dụng máy móc thiết bị", "cơ sở", 48);

    [Theory]
    [InlineData("2025-12-31", "result.outside-period")]
    [InlineData("2026-01-01", null)]
    [InlineData("2026-11-22", null)]
    [InlineData("2026-11-23", "result.in-future")]
    public void Day_IsInsideThePeriodAndNotInTheFuture(string day, string? code) =>
        Codes(Given.Record(Given.Entry() with { AchievedOn = DateOnly.Parse(day, null) })).ShouldBe(code is null ? [] : [code]);

    [Theory]
    [InlineData("22363", null)]
    [InlineData(null, null)]
    [InlineData("22453", "result.outside-commune")]
    public void TheProgrammeOfACommune_CountsWhatWasDoneThere(string? commune, string? code)
    {
        var programme = Programme.From(new(Given.NewId(), "56", ProgrammeLevel.Commune, "22363", "Chương trình cấp xã", 2026, 2030));
        programme.Apply(new VersionPublished(programme.ProgrammeId, 1, Shipped.KhanhHoa.Text, new(2026, 2, 9), "", Given.Now));
        var codes = Codes(RecordResult.Of(Given.Entry() with { CommuneCode = commune }, new(Given.NewId(), programme, Given.Target(programme), _ => true, null, Given.Today, "A", Given.Now)));
        codes.ShouldBe(code is null ? [] : [code]);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    [InlineData(10_000_000, true)]
    [InlineData(10_000_001, false)]
    public void Quantity_IsPositiveAndSane(long quantity, bool holds) =>
        (Given.Record(Given.Entry() with { Quantity = quantity }).Event is not null).ShouldBe(holds);

    [Theory]
    [InlineData(-1, "amount.negative")]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(AmountText.Largest, null)]
    [InlineData(AmountText.Largest + 1, "amount.absurd")]
    public void Amounts_AreSane(long amount, string? code) =>
        Codes(Given.Record(Given.Entry() with { Amounts = [new("KCDP", new(amount))] })).ShouldBe(code is null ? [] : [code]);

    [Fact]
    public void AllFaults_AreToldAtOnce()
    {
        var ruling = Given.Record(new() { Quantity = 0, Title = " ", CommuneCode = "00004", AchievedOn = new(2027, 1, 1), Amounts = [new("X", new(1)), new("X", new(-1))] });

        Codes(ruling).ShouldBe(
            ["result.quantity-not-positive", "result.in-future", "result.title-missing", "result.commune-foreign", "result.source-unknown", "result.source-unknown", "result.source-twice", "amount.negative"]);
        ruling.Breaches[^1].Field.ShouldBe("Amounts[1]");
    }

    [Fact]
    public void Machine_NeedsASerial_AndCountsOnce()
    {
        var programme = Given.Programme();
        var target = Given.Target(programme, Machines);
        Codes(Given.Record(Given.Entry() with { Serial = " - " }, programme, target)).ShouldBe(["result.serial-missing"]);

        var first = Result.From(Given.Record(Given.Entry() with { Serial = "SN-123/a" }, programme, target).Event!, Given.NewId);
        first.NaturalKey.ShouldBe("sn123a");
        var second = Given.Record(Given.Entry() with { Serial = "sn 123 A" }, programme, target, first);
        second.Breaches.ShouldHaveSingleItem().Arguments[0].ShouldBe(first.ResultId);
    }

    [Fact]
    public void Copies_AreAskedWhereTheTargetCountsThem()
    {
        var programme = Given.Programme();
        var target = Given.Target(programme, Given.Statement("C", "Sổ tay khuyến công", "cuốn", 600) with { Copies = 600 });
        var entry = Given.Entry() with { KeyKind = NaturalKeyKind.TitleAndIssue, Issue = "1" };
        Codes(Given.Record(entry, programme, target)).ShouldBe(["result.copies-missing"]);

        target.Apply(Given.Record(entry with { Copies = 200 }, programme, target).Event!);
        (target.Achieved, target.ResultCount, target.ResultQuantity).ShouldBe((200, 1, 1));
    }

    [Fact]
    public void Withdrawing_TakesBackExactlyWhatWasCounted()
    {
        var programme = Given.Programme();
        var target = Given.Target(programme);
        var entry = Given.Entry() with { Quantity = 5, Times = 7, Amounts = [new("KCDP", new(10)), new("DOIUNG", new(3))] };
        var recorded = Given.Record(entry, programme, target).Event!;
        var result = Result.From(recorded, Given.NewId);
        target.Apply(recorded);
        (target.Achieved, target.ResultTimes, target.ResultAmount, target.LastResultOn).ShouldBe((5, 7, new Dong(13), entry.AchievedOn));

        Codes(WithdrawResult.Of(result, " ")).ShouldBe(["result.reason-missing"]);
        var withdrawn = WithdrawResult.Of(result, "Ghi nhầm").Event!;
        result.Apply(withdrawn);
        target.Apply(withdrawn, null);
        (target.Achieved, target.ResultTimes, target.ResultAmount, target.ResultCount, target.LastResultOn).ShouldBe((0, 0, Dong.Zero, 0, null));
        Codes(WithdrawResult.Of(result, "Lần nữa")).ShouldBe(["result.already-withdrawn"]);
    }

    [Theory]
    [InlineData("Bản tin Khuyến công số 01", "BAN TIN khuyến  công, số 1", true)]
    [InlineData("Lớp khởi sự", "Lớp khởi sư\u0323", true)]
    [InlineData("Bản tin số 1", "Bản tin số 10", false)]
    [InlineData("số 1/2026", "số 12026", false)]
    public void Keys_DoNotDependOnTyping(string left, string right, bool same) =>
        (NaturalKey.Of(NaturalKeyKind.TitleAndIssue, left) == NaturalKey.Of(NaturalKeyKind.TitleAndIssue, right)).ShouldBe(same);

    [Theory]
    [InlineData("KH-1.2", NaturalKeyKind.MachineSerial)]
    [InlineData("KH-3.2", NaturalKeyKind.MachineSerial)]
    [InlineData("KH-1.1", NaturalKeyKind.Other)]
    [InlineData("KH-4.1", NaturalKeyKind.ClassAndDate)]
    [InlineData("KH-5.2", NaturalKeyKind.TitleAndIssue)]
    [InlineData("KH-2.6", NaturalKeyKind.ClassAndDate)]
    public void KeyKind_IsSuggestedByTheWording(string code, NaturalKeyKind kind)
    {
        var statement = Shipped.KhanhHoa.Text.Statements.Single(s => s.Code == code);
        (NaturalKey.SuggestFor(statement.Name, statement.Unit), code).ShouldBe((kind, code));
    }

    [Fact]
    public void Establishments_AreCountedByIdentifier_ElseByName()
    {
        new BeneficiaryEntry("Cơ sở A", "4200-123 456").CountingKey.ShouldBe(new BeneficiaryEntry("CÔNG TY A", "4200123456").CountingKey);
        new BeneficiaryEntry("Cơ sở  B").CountingKey.ShouldBe(new BeneficiaryEntry("co so b").CountingKey);
    }

    [Fact]
    public void SameFile_IsAskedWhy()
    {
        var result = Result.From(Given.Record(Given.Entry()).Event!, Given.NewId);
        var file = new EvidenceAttached(Given.NewId(), "ab", "bien-ban.pdf", 10, "application/pdf", null);
        Codes(AttachEvidence.Of(result, file, provesAnother: true)).ShouldBe(["evidence.same-file"]);
        result.Apply(AttachEvidence.Of(result, file, provesAnother: false).Event!);
        Codes(AttachEvidence.Of(result, file, provesAnother: false)).ShouldBe(["evidence.twice"]);
    }

    private static string[] Codes<T>(Ruling<T> ruling)
        where T : class => [.. ruling.Breaches.Select(b => b.Code)];
}
