using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>Tác động của từng loại điều chỉnh: what it may set, what it is refused for, what it moves.</summary>
public static class AdjustmentEffects
{
    /// <summary>What one adjustment does to project and money; nothing where its kind only changes amounts.</summary>
    internal sealed record Judged(IReadOnlyList<Breach> Breaches, ProjectText? After, IReadOnlyList<PlanChange> Changes, IReadOnlyList<AllocationDrawn> Draws, IReadOnlyDictionary<string, Guid> MovedTo, IReadOnlyDictionary<string, KeptPart> Staying, int? MoneyYear)
    {
        public static readonly Judged Nothing = new([], null, [], [], new Dictionary<string, Guid>(), new Dictionary<string, KeptPart>(), null);
    }

    /// <summary>The longest words of a line of an estimate.</summary>
    public const int LongestLine = 1000;

    /// <summary>The year to which an extension may lead: the one after that in which the project ends now.</summary>
    public static int NextYear(PlanItem item, DateOnly? endsOn)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Math.Max(item.Year, endsOn?.Year ?? item.Year) + 1;
    }

    internal static Judged Of(PlanItem item, Project project, AdjustmentText text, IReadOnlyCollection<Allocation> allocations, AdjustmentChecks checks, DateOnly today)
    {
        if (text.Kind.ChangesMoney())
        {
            return Judged.Nothing;
        }

        var (effect, before) = (text.Effect ?? AdjustmentEffect.None, project.Text);
        var after = effect.On(text.Kind, before);
        var moves = text.Kind is AdjustmentKind.ExtendToNextYear && effect.MovesMoney ? Moves(item, effect, allocations) : [];
        List<(string Field, string? Before, string? After)> differences = [.. effect.Differences(text.Kind, before)];
        List<Breach> breaches = [.. Years(item, before, after, text.Kind), .. Wrong(before, after, today), .. Checked(item, text.Kind, after, allocations, checks)];
        breaches.AddRange(Unmovable(item, text.Kind, effect));
        breaches.AddRange(moves.Where(m => m.To is null).Select(m => new Breach("plan.no-next-allocation", nameof(AdjustmentEffect.MovesMoney), FundingSource.Find(m.Amount.Source)!.Name, item.Year + 1, item.Year)));
        if (text.Kind is AdjustmentKind.ChangeContent && effect.Lines.Any(l => l.Content.Length > LongestLine))
        {
            breaches.Add(new("project.too-long", null, LongestLine));
        }

        if (differences.Count == 0 && !breaches.Exists(b => b.Code is "plan.extend-not-next-year"))
        {
            breaches.Add(new("plan.adjust-what", FieldOf(text.Kind)));
        }

        var moved = moves.Where(m => m.To is not null).ToList();
        if (moved.Count > 0)
        {
            differences.Add(("MoneyYear", $"{item.Year}", $"{item.Year + 1}"));
            differences.AddRange(moved.Where(m => m.Moved < m.Amount.Drawn).Select(m => ("MoneyPart", (string?)$"{FundingSource.Find(m.Amount.Source)!.ShortName}, năm {m.Now.Year}: {m.Amount.Drawn}", (string?)$"năm {m.Now.Year}: {m.Amount.Drawn - m.Moved}; năm {item.Year + 1}: {m.Moved}")));
        }

        return new(
            breaches,
            after,
            [.. differences.Select(d => new PlanChange(item.ProjectId, item.Code, item.Title, $"{text.Kind}:{d.Field}", TextBefore: d.Before, TextAfter: d.After))],
            [.. moved.SelectMany(m => new AllocationDrawn[] { new(m.Now.AllocationId, -m.Moved, item.ProjectId), new(m.To!.AllocationId, m.Moved, item.ProjectId) })],
            moved.ToDictionary(m => m.Amount.Source, m => m.To!.AllocationId),
            moved.Where(m => m.Moved < m.Amount.Drawn).ToDictionary(m => m.Amount.Source, m => new KeptPart(m.Now.Year, m.Now.AllocationId, m.Amount.Drawn - m.Moved)),
            moved.Count > 0 ? item.Year + 1 : null);
    }

    /// <summary>What is drawn on this year's allocations and is to go on, with the line of the same holder in the next year; null where none was allotted.</summary>
    private static List<(PlanItemAmount Amount, Allocation Now, Dong Moved, Allocation? To)> Moves(PlanItem item, AdjustmentEffect effect, IReadOnlyCollection<Allocation> allocations) =>
        [.. item.Amounts.Select(a => (Amount: a, Moved: MovedOf(a, effect))).Where(m => m.Moved > Dong.Zero && m.Moved <= m.Amount.Drawn).Select(m =>
        {
            var now = allocations.Single(l => l.AllocationId == m.Amount.AllocationId);
            return (m.Amount, now, m.Moved, Allotting.For(allocations, m.Amount.Source, item.Year + 1, now.HolderId, now.CommuneCode));
        })];

    private static Dong MovedOf(PlanItemAmount amount, AdjustmentEffect effect) => effect.Moved is { } moved ? moved.GetValueOrDefault(amount.Source) ?? Dong.Zero : amount.Drawn;

    /// <summary>Neither less than nothing nor more than this year pays can go on, and something must.</summary>
    private static IEnumerable<Breach> Unmovable(PlanItem item, AdjustmentKind kind, AdjustmentEffect effect)
    {
        if (kind is not AdjustmentKind.ExtendToNextYear || !effect.MovesMoney || effect.Moved is null)
        {
            yield break;
        }

        foreach (var amount in item.Amounts.Where(a => MovedOf(a, effect) < Dong.Zero || MovedOf(a, effect) > a.Drawn))
        {
            yield return new("plan.move-beyond", nameof(effect.MovesMoney), FundingSource.Find(amount.Source)!.Name, MovedOf(amount, effect), amount.Drawn, item.Year);
        }

        if (item.Amounts.All(a => MovedOf(a, effect) == Dong.Zero))
        {
            yield return new("plan.move-none", nameof(effect.MovesMoney), item.Year + 1);
        }
    }

    /// <summary>Another year is an extension, which another decider grants; within the year it is none.</summary>
    private static IEnumerable<Breach> Years(PlanItem item, ProjectText before, ProjectText after, AdjustmentKind kind)
    {
        if (kind is AdjustmentKind.ExtendToNextYear && after.EndsOn?.Year != NextYear(item, before.EndsOn))
        {
            yield return new("plan.extend-not-next-year", nameof(after.EndsOn), NextYear(item, before.EndsOn));
        }

        if (kind is not AdjustmentKind.ChangeTime)
        {
            yield break;
        }

        if (after.StartsOn is { } start && start.Year != (before.StartsOn?.Year ?? item.Year))
        {
            yield return new("plan.time-other-year", nameof(after.StartsOn), before.StartsOn?.Year ?? item.Year);
        }

        if (after.EndsOn is { } end && end.Year != (before.EndsOn?.Year ?? item.Year))
        {
            yield return new("plan.time-other-year", nameof(after.EndsOn), before.EndsOn?.Year ?? item.Year);
        }
    }

    /// <summary>What no dossier may say; what it said wrongly before is not this decision's fault.</summary>
    private static IEnumerable<Breach> Wrong(ProjectText before, ProjectText after, DateOnly today)
    {
        var known = ProjectWriting.Faults(before, today).Select(b => (b.Code, b.Field)).ToHashSet();
        return ProjectWriting.Faults(after, today).Where(b => !known.Contains((b.Code, b.Field)));
    }

    private static IEnumerable<Breach> Checked(PlanItem item, AdjustmentKind kind, ProjectText after, IReadOnlyCollection<Allocation> allocations, AdjustmentChecks checks)
    {
        if (!kind.ChangesWhatIsHelped())
        {
            yield break;
        }

        if (kind is AdjustmentKind.ChangePlace or AdjustmentKind.ChangeBeneficiary && checks.Listed is not null)
        {
            yield return new("plan.adjust-list");
        }

        if (checks.NotEligible)
        {
            yield return new("plan.adjust-not-eligible");
        }

        if (checks.DoubleSupportBlocks)
        {
            yield return new("plan.adjust-double-support");
        }

        // A commune's own money does not follow the project into another commune.
        var place = PlanItemText.PlaceOf(after);
        if (item.Amounts.FirstOrDefault(a => a.AllocationId is not null && a.InForce > Dong.Zero && a.Source == FundingSource.Commune.Code) is { } own
            && allocations.Single(l => l.AllocationId == own.AllocationId).CommuneCode is { } payer && place != payer)
        {
            yield return new("plan.adjust-other-commune", null, own.InForce!.Value);
        }
    }

    private static string? FieldOf(AdjustmentKind kind) => kind switch
    {
        AdjustmentKind.ChangeTime or AdjustmentKind.ExtendToNextYear => nameof(AdjustmentEffect.EndsOn),
        AdjustmentKind.ChangeContent => nameof(AdjustmentEffect.Contents),
        AdjustmentKind.ChangePartner => nameof(AdjustmentEffect.PartnerUnits),
        _ => null,
    };
}
