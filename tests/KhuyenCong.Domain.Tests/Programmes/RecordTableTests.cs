using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Programmes;

/// <summary>What is done with a version of a programme, a result and a discrepancy, by state.</summary>
public sealed class RecordTableTests
{
    private static readonly Guid User = Given.NewId();
    private static readonly Guid Colleague = Given.NewId();

    private enum VersionWork
    {
        Save,
        Publish,
    }

    // Only a draft is saved or published; what came into force stays as it was.
    private const string Versions = """
        Draft:      + +
        InForce:    . .
        Superseded: . .
        """;

    [Fact]
    public void OfAVersion_EveryState_AndWork_IsAsTheTableSays()
    {
        foreach (var (state, work, cell) in Matrix.Of<VersionState, VersionWork>(Versions))
        {
            var version = In(state);
            if (work is VersionWork.Publish)
            {
                PublishVersion.Of(version, null, null, Given.Today, "A", Given.Now).Breaches.Select(b => b.Code).ShouldBe(cell is "+" ? [] : ["programme.version-not-draft"], $"{state}");
                continue;
            }

            var title = version.Text.Title;
            var saving = Record.Exception(() => version.Apply(new DraftSaved(version.Text with { Title = "Tên khác" }, "A", Given.Now)));
            (saving is null, version.Text.Title).ShouldBe((cell is "+", cell is "+" ? "Tên khác" : title), $"{state}");
        }
    }

    private enum Hand
    {
        Alone,
        OtherWrote,
        OtherIsFree,
    }

    private enum Wrote
    {
        Nothing,
        TheText,
    }

    // Of a commune's programme: rows say who else may publish, columns what the publisher wrote; '.' is left to the other.
    private const string Hands = """
        Alone:       + +
        OtherWrote:  + +
        OtherIsFree: + .
        """;

    [Fact]
    public void WhoeverWroteACommunesProgramme_LeavesItToSomebodyWhoDidNot()
    {
        foreach (var ((hand, wrote, cell), level) in from c in Matrix.Of<Hand, Wrote>(Hands) from l in Enum.GetValues<ProgrammeLevel>() select (c, l))
        {
            var programme = Programme.From(new(Given.NewId(), "56", level, level is ProgrammeLevel.Commune ? "22363" : null, "Chương trình", 2026, 2030));
            List<Guid> writers = [.. wrote is Wrote.TheText ? [User] : Array.Empty<Guid>(), .. hand is Hand.OtherWrote ? [Colleague] : Array.Empty<Guid>()];
            (PublishVersion.WriterPublishes(programme, User, writers, hand is Hand.Alone ? [User] : [User, Colleague])?.Code)
                .ShouldBe(cell is "." && level is ProgrammeLevel.Commune ? "programme.writer-publishes" : null, $"{hand} {wrote} {level}");
        }
    }

    private enum ResultWork
    {
        Attach,
        Remove,
        Withdraw,
    }

    // A withdrawn result stays as it was withdrawn, with its proofs.
    private const string Results = """
        Recorded:  + + +
        Withdrawn: . . .
        """;

    [Fact]
    public void OfAResult_EveryState_AndWork_IsAsTheTableSays()
    {
        foreach (var (state, work, cell) in Matrix.Of<ResultState, ResultWork>(Results))
        {
            var result = Result.From(Given.Record(Given.Entry()).Event!, Given.NewId);
            foreach (var sha in new[] { "ab", "cd" })
            {
                result.Apply(AttachEvidence.Of(result, File(sha), provesAnother: false).Event!);
            }

            if (state is ResultState.Withdrawn)
            {
                result.Apply(WithdrawResult.Of(result, "Ghi nhầm").Event!);
            }

            (work switch
            {
                ResultWork.Attach => AttachEvidence.Of(result, File("ef"), provesAnother: false).Breaches,
                ResultWork.Remove => RemoveEvidence.Of(result, result.Evidence[0], "Nhầm tệp").Breaches,
                _ => WithdrawResult.Of(result, "Ghi nhầm").Breaches,
            }).Select(b => b.Code).ShouldBe(cell is "+" ? [] : ["result.already-withdrawn"], $"{state} {work}");
            (result.State, result.Evidence.Count).ShouldBe((state, 2));
        }
    }

    [Theory]
    [InlineData(DiscrepancyState.Open, true)]
    [InlineData(DiscrepancyState.Explained, true)]
    [InlineData(DiscrepancyState.Gone, false)]
    public void ADiscrepancy_IsExplained_WhileItStands(DiscrepancyState state, bool explained)
    {
        var discrepancy = DiscrepancyReview.Bring(Given.Programme(), Shipped.KhanhHoa.Text, [], Given.NewId)[0];
        var entry = new ExplanationEntry("Làm tròn triệu đồng", "12/SCT-QLCN", Given.Today, "Trần Thị B (dữ liệu minh họa)");
        if (state is DiscrepancyState.Explained)
        {
            discrepancy.Apply(ExplainDiscrepancy.Of(discrepancy, entry, Given.Today, "A", Given.Now).Event!);
        }
        else if (state is DiscrepancyState.Gone)
        {
            discrepancy.Apply(new DiscrepancyGone(discrepancy.Key));
        }

        discrepancy.State.ShouldBe(state);
        ExplainDiscrepancy.Of(discrepancy, entry with { DocumentNumber = "13/SCT-QLCN" }, Given.Today, "A", Given.Now).Breaches.Select(b => b.Code).ShouldBe(explained ? [] : ["discrepancy.gone"]);
        Enum.GetValues<DiscrepancyState>().Length.ShouldBe(3, "a new state needs a row here");
    }

    private static EvidenceAttached File(string sha) => new(Given.NewId(), sha, $"{sha}.pdf", 10, "application/pdf", null);

    private static ProgrammeVersion In(VersionState state)
    {
        var programme = Given.NewId();
        var version = ProgrammeVersion.From(new(Given.NewId(), "75", programme, 1, Shipped.DongNai.Text, VersionSource.Form, "A", Given.Now));
        if (state is not VersionState.Draft)
        {
            version.Apply(PublishVersion.Of(version, null, null, Given.Today, "A", Given.Now).Event!);
        }

        if (state is VersionState.Superseded)
        {
            version.Apply(new VersionPublished(programme, 2, Shipped.DongNai.Text, Given.Today, "A", Given.Now));
        }

        version.State.ShouldBe(state);
        return version;
    }
}
