using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Tests.Ledgers;
using KhuyenCong.Domain.YearlySettlements;

namespace KhuyenCong.Domain.Tests.YearlySettlements;

public sealed class YearlyFiguresTests
{
    private static readonly LedgerKind[] Kinds = Enum.GetValues<LedgerKind>();

    /// <summary>Random acts of every kind, some taken back: what the report adds up is what the ledger keeps, line by line and project by project.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void WhateverHappened_TheFiguresAreTheLedgers(uint seed)
    {
        var draw = new Draws(seed);
        var book = new Book();
        var lines = Enumerable.Range(0, 3).Select(i => book.Line(1 + draw.Below(5_000), Given.Year, i == 0 ? "KCQG" : "KCDP")).ToArray();
        var projects = Enumerable.Range(0, 3).Select(_ => Book.Id()).ToArray();
        var contracts = Enumerable.Range(0, 5).Select(i => (Id: Book.Id(), Project: projects[i % projects.Length])).ToArray();
        var takenBack = new HashSet<Guid>();
        for (var step = 0; step < 800; step++)
        {
            var (contract, project) = contracts[(int)draw.Below(contracts.Length)];
            var posting = Book.Of(lines[(int)draw.Below(lines.Length)], Kinds[(int)draw.Below(Kinds.Length)], 1 + draw.Below(800), project, contract);
            var old = book.Entries[(int)draw.Below(book.Entries.Count)];
            if (draw.Below(10) == 0 && old.ReversesId is null && takenBack.Add(old.LedgerEntryId))
            {
                posting = posting with { AllocationId = old.AllocationId, Kind = old.Kind, Amount = old.Amount, ProjectId = old.ProjectId, ContractId = old.ContractId, Reason = "ghi nhầm", Reverses = old.LedgerEntryId };
            }

            book.Post(posting);
        }

        var figures = Given.Figures(book);
        figures.Lines.Count.ShouldBe(3);
        foreach (var line in figures.Lines)
        {
            var kept = lines.Single(l => l.AllocationId == line.AllocationId);
            line.Agrees(kept).ShouldBeTrue();
            line.IsBalanced.ShouldBeTrue();
            (line.Entries, line.Total).ShouldBe((kept.PostingCount, kept.Allotted));
            foreach (var item in YearlyDifferences.OfProject)
            {
                figures.Projects.Where(p => p.AllocationId == line.AllocationId).Select(p => p[item]).Sum().ShouldBe(line[item], $"{item}");
            }
        }

        // One đồng more anywhere is no agreement.
        (figures.Lines[0] with { Settled = figures.Lines[0].Settled + new Dong(1) }).IsBalanced.ShouldBeFalse();
        YearlyDifferences.Between(figures, figures).ShouldBeEmpty();
        YearlyDifferences.Between(YearlyFigures.None, figures).Where(d => d.ProjectId is null && d.Item is YearlyItem.Total).Select(d => d.New).Sum().ShouldBe(figures.Sum(YearlyItem.Total));
    }

    [Fact]
    public void FiguresKeptAsText_ComeBackTheSame()
    {
        var figures = Given.Figures(Given.Book1000());
        YearlyDifferences.Between(figures, ProgrammeJson.Read<YearlyFigures>(ProgrammeJson.Write(figures))).ShouldBeEmpty();
        var findings = new YearlyFindings([new(figures.Lines[0].AllocationId, new(5), "Lý do")]);
        ProgrammeJson.Read<YearlyFindings>(ProgrammeJson.Write(findings)).Lines.ShouldBe(findings.Lines);
    }

    /// <summary>Management costs are no project's: told beside them, the rows come to what the line has.</summary>
    [Fact]
    public void WhatNoProjectHolds_IsToldAsManagementCosts()
    {
        var book = Given.Book1000();
        var line = book.Lines[0];
        Given.Figures(book).Managed().ShouldBeEmpty();
        var estimate = Book.Id();
        Posting Of(LedgerKind kind, long amount) => Book.Of(line, kind, amount, cause: LedgerCauseKind.ManagementEstimate) with { ManagementEstimateId = estimate };
        book.Post(Of(LedgerKind.Reserve, 100), Of(LedgerKind.Commit, 60), Of(LedgerKind.Pay, 40), Of(LedgerKind.Settle, 30)).ShouldBeEmpty();
        var figures = Given.Figures(book);
        var told = figures.Managed().ShouldHaveSingleItem();
        YearlyDifferences.OfProject.Select(i => figures.Managing(told, i)).ShouldBe([new Dong(40), new Dong(20), Dong.Zero, new Dong(10), new Dong(30), Dong.Zero]);
        told.Settled.ShouldBe(figures.Projects.Single().Settled + new Dong(30));
    }

    [Fact]
    public void WhatWasCarriedIn_Given_Withdrawn_AndRecovered_IsToldApart()
    {
        var book = new Book();
        var line = book.Line(500, Given.Year);
        var (project, contract) = book.Fill(line, LedgerAccount.Settled, 200);
        book.Post(
            Book.Of(line, LedgerKind.CarryIn, 100), Book.Of(line, LedgerKind.CarryInAdvance, 30, project, contract), Book.Of(line, LedgerKind.Withdraw, 50),
            Book.Of(line, LedgerKind.RecoverAdvance, 30, project, contract), Book.Of(line, LedgerKind.RecoverSettled, 20, project, contract), Book.Of(line, LedgerKind.Cancel, 10), Book.Of(line, LedgerKind.CarryOut, 5)).ShouldBeEmpty();
        var told = Given.Figures(book).Lines.Single();
        (told.CarriedIn, told.AdvancesIn, told.Given, told.Withdrawn, told.Total).ShouldBe((new Dong(100), new Dong(30), new Dong(700), new Dong(50), new Dong(780)));
        (told.Settled, told.Returned, told.Recovered, told.Committed, told.Cancelled, told.CarriedOver, told.Available).ShouldBe((new Dong(180), new Dong(20), new Dong(50), new Dong(30), new Dong(10), new Dong(5), new Dong(535)));
    }

    [Fact]
    public void TheConsolidation_SumsWhatTheDepartmentReviewed_AndNothingElse()
    {
        var figures = Given.Figures(Given.Book1000());
        YearlySettlement[] reports =
        [
            Given.In(YearlyState.WithFinance, YearlyRoute.ThroughDepartment, figures),
            Given.In(YearlyState.Finished, YearlyRoute.OfDepartment, figures),
            Given.In(YearlyState.Submitted, YearlyRoute.ThroughDepartment, figures),
            Given.In(YearlyState.SentBack, YearlyRoute.ThroughDepartment, figures),
            Given.In(YearlyState.Appraised, YearlyRoute.WithinCommune, figures),
        ];
        reports.Select(YearlyConsolidation.Counts).ShouldBe([true, true, false, false, false]);
        reports.Select(YearlyConsolidation.IsApart).ShouldBe([false, false, false, false, true]);
        var shares = YearlyConsolidation.Shares(reports);
        foreach (var item in Enum.GetValues<YearlyItem>())
        {
            YearlyConsolidation.Sum(shares, item).ShouldBe(figures.Sum(item) + figures.Sum(item), $"{item}");
        }

        shares.Select(s => s.Accepted).ShouldBe([(Dong?)null, new Dong(700)]);
    }

    private sealed class Draws(uint seed)
    {
        private ulong state = seed * 2_862_933_555_777_941_757UL + 3_037_000_493UL;

        public long Below(long limit)
        {
            state = (state * 6_364_136_223_846_793_005UL) + 1_442_695_040_888_963_407UL;
            return (long)((state >> 20) % (ulong)limit);
        }
    }
}
