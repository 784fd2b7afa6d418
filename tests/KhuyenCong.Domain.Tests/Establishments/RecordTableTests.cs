using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Surveys;

namespace KhuyenCong.Domain.Tests.Establishments;

/// <summary>What is done with a record of the registry, a request about personal data and a survey round, by state.</summary>
public sealed class RecordTableTests
{
    private enum Work
    {
        Register,
        Edit,
        AddRow,
        ChangeRow,
        RemoveRow,
        LinkOwner,
        FillSheet,
        TakeOver,
        BeTakenOver,
        UndoMerge,
    }

    // Rows are states, columns what is done with such a record (registering: as such a one); + allowed, m it was merged, s only a merge makes it so, k the record that took it over was merged itself.
    private const string Expected = """
        Active:    + + + + + + + + + +
        Suspended: + + + + + + + + + +
        Closed:    + + + + + + + + + +
        Merged:    s m m m m m m m m k
        """;

    private static readonly Dictionary<string, string[]> Codes = new()
    {
        ["+"] = [],
        ["m"] = ["establishment.merged"],
        ["s"] = ["establishment.state-by-merge-only"],
        ["k"] = ["merge.kept-was-merged"],
    };

    [Fact]
    public void OfARecord_EveryState_AndWork_IsAsTheTableSays()
    {
        foreach (var (state, work, cell) in Matrix.Of<EstablishmentState, Work>(Expected))
        {
            Do(work, state).Select(b => b.Code).ShouldBe(Codes[cell], $"{state} {work}");
        }
    }

    [Fact]
    public void AMerge_IsUndoneOnce()
    {
        var (kept, other) = (Given.Establishment(), Given.Establishment());
        var merge = Merged(other, kept);
        merge.Apply(Merging.Undo(merge, kept, "nhầm", Given.Id(), Given.Facts.At).Event!);
        Merging.Undo(merge, kept, "nhầm", Given.Id(), Given.Facts.At).Breaches.Select(b => b.Code).ShouldBe(["merge.already-undone"]);
    }

    [Fact]
    public void AnOwner_IsLinkedOnce()
    {
        var establishment = Given.Establishment();
        establishment.Apply(Registering.LinkOwner(establishment, Given.Id()).Event.ShouldNotBeNull());
        Registering.LinkOwner(establishment, Given.Id()).Breaches.Select(b => b.Code).ShouldBe(["establishment.owner-linked-already"]);
    }

    private enum Answer
    {
        Grant,
        Refuse,
    }

    // Rows are states of a request, columns the answer: the state reached, '.' it was answered.
    private const string Answers = """
        Open:    Done Refused
        Done:    . .
        Refused: . .
        """;

    [Fact]
    public void OfARequest_EveryState_Answer_AndKind_IsAsTheTableSays()
    {
        foreach (var ((state, answer, cell), kind) in from c in Matrix.Of<DataRequestState, Answer>(Answers) from k in Enum.GetValues<DataRequestKind>() select (c, k))
        {
            var request = DataRequest.From(new(Given.Id(), "56", "1", Given.Id(), kind, "A", "x", Given.Today, Given.Today));
            if (state is not DataRequestState.Open)
            {
                request.Apply(DataRequesting.Answer(request, state is DataRequestState.Done, "đã trả lời", Given.Today).Event.ShouldNotBeNull());
            }

            var ruling = DataRequesting.Answer(request, answer is Answer.Grant, "trả lời khác", Given.Today);
            ruling.Breaches.Select(b => b.Code).ShouldBe(cell is "." ? ["request.already-answered"] : [], $"{state} {answer} {kind}");
            if (ruling.Event is { } answered)
            {
                request.Apply(answered);
            }

            (request.State.ToString(), request.Answer).ShouldBe(cell is "." ? ($"{state}", "đã trả lời") : (cell, "trả lời khác"));
        }
    }

    [Fact]
    public void OneSubject_IsAllTheRecordsThatMergesBroughtTogether()
    {
        Guid[] ids = [.. Enumerable.Range(0, 6).Select(_ => Given.Id())];
        (Guid, Guid)[] merges = [(ids[1], ids[0]), (ids[2], ids[1]), (ids[3], ids[0]), (ids[5], ids[4])];
        foreach (var id in ids[..4])
        {
            DataRequesting.RecordsOf(id, merges).ShouldBe(ids[..4], ignoreOrder: true);
        }

        DataRequesting.RecordsOf(ids[4], merges).ShouldBe(ids[4..], ignoreOrder: true);
        DataRequesting.RecordsOf(ids[0], []).ShouldHaveSingleItem().ShouldBe(ids[0]);
    }

    private enum Round
    {
        Open,
        Overdue,
        Closed,
    }

    private enum Step
    {
        Extend,
        Fill,
        Close,
    }

    // A round past its deadline still takes what comes late; closed, it takes nothing.
    private const string Rounds = """
        Open:    + + +
        Overdue: + + +
        Closed:  . . .
        """;

    [Fact]
    public void OfARound_EveryState_AndStep_IsAsTheTableSays()
    {
        foreach (var (state, step, cell) in Matrix.Of<Round, Step>(Rounds))
        {
            var round = ARound(Given.Today.AddDays(state is Round.Overdue ? 0 : 30));
            var today = Given.Today.AddDays(state is Round.Overdue ? 1 : 0);
            if (state is Round.Closed)
            {
                round.Apply(SurveyRules.Close(round, today).Event.ShouldNotBeNull());
            }

            round.IsOverdue(today).ShouldBe(state is Round.Overdue);
            (step switch
            {
                Step.Extend => SurveyRules.Extend(round, Given.Today.AddDays(60), today).Breaches,
                Step.Close => SurveyRules.Close(round, today).Breaches,
                _ => Fill(round, Given.Establishment(), today),
            }).Select(b => b.Code).ShouldBe(cell is "." ? ["survey.closed"] : [], $"{state} {step}");
        }
    }

    private static Establishment In(EstablishmentState state)
    {
        var establishment = Given.Establishment(new ProductEntry("Gốm"));
        if (state is EstablishmentState.Merged)
        {
            Merged(establishment, Given.Establishment());
        }
        else
        {
            establishment.Apply(Registering.Edit(establishment, EstablishmentText.Of(establishment) with { State = state }, Given.Id(), false, Given.Facts).Event.ShouldNotBeNull());
        }

        establishment.State.ShouldBe(state);
        return establishment;
    }

    private static EstablishmentMerge Merged(Establishment establishment, Establishment into)
    {
        var merged = Merging.Merge(into, establishment, Given.Id(), Given.Id, "trùng", Given.Id(), Given.Facts.At).Event.ShouldNotBeNull();
        into.Apply(merged);
        establishment.Apply(merged);
        return EstablishmentMerge.From(merged, "56");
    }

    /// <summary>The work on a record of a state; undoing is of a merge that it took over another by, before it came into that state.</summary>
    private static IReadOnlyList<Breach> Do(Work work, EstablishmentState state)
    {
        var other = Given.Establishment();
        if (work is Work.Register)
        {
            return Registering.Register(Given.Wanted() with { Text = Given.Text with { State = state } }, Given.Facts).Breaches;
        }

        if (work is Work.UndoMerge)
        {
            var kept = Given.Establishment();
            var merge = Merged(other, kept);
            if (state is EstablishmentState.Merged)
            {
                Merged(kept, Given.Establishment());
            }

            return Merging.Undo(merge, kept, "nhầm", Given.Id(), Given.Facts.At).Breaches;
        }

        var record = In(state);
        var product = record.Products[0].PartId;
        return work switch
        {
            Work.Edit => Registering.Edit(record, EstablishmentText.Of(record) with { State = EstablishmentState.Active, Trade = "Gạch" }, Given.Id(), false, Given.Facts).Breaches,
            Work.AddRow => PartRules.Add(record, Given.Id(), new ProductEntry("Gạch"), Given.Facts).Breaches,
            Work.ChangeRow => PartRules.Change(record, product, new ProductEntry("Ngói"), Given.Facts).Breaches,
            Work.RemoveRow => PartRules.Remove(record, product, "nhập sai", Given.Facts.At).Breaches,
            Work.LinkOwner => Registering.LinkOwner(record, Given.Id()).Breaches,
            Work.FillSheet => Fill(ARound(Given.Today.AddDays(30)), record, Given.Today),
            Work.TakeOver => Merging.Merge(record, other, Given.Id(), Given.Id, "trùng", Given.Id(), Given.Facts.At).Breaches,
            _ => Merging.Merge(other, record, Given.Id(), Given.Id, "trùng", Given.Id(), Given.Facts.At).Breaches,
        };
    }

    private static SurveyRound ARound(DateOnly deadline) => SurveyRound.From(new(Given.Id(), "56", "Khảo sát", Given.Today.Year - 1, deadline, SurveyQuestions.All, [Given.CamLam], Given.Today));

    private static IReadOnlyList<Breach> Fill(SurveyRound round, Establishment establishment, DateOnly today) =>
        SurveyRules.Fill(round, establishment, new(Given.Id(), round.SurveyRoundId, establishment.EstablishmentId, SheetOutcome.Unreached, null, "không gặp", "Cán bộ", Given.Facts.At), new YearEntry(round.Year), today).Breaches;
}
