namespace KhuyenCong.Domain.Programmes;

/// <summary>What a new version does to the targets of its programme: keeps, restates, adds, drops. By code, never by place or number.</summary>
public static class TargetPlan
{
    /// <summary>Brings <paramref name="existing"/> in line with <paramref name="text"/> and returns the targets to add.</summary>
    public static IReadOnlyList<Target> Bring(Programme programme, ProgrammeText text, IReadOnlyCollection<Target> existing, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentNullException.ThrowIfNull(newId);

        var promised = text.Statements.Where(s => s.SameAs is null).ToArray();
        var byCode = existing.ToDictionary(t => t.Code);
        var added = new List<Target>();
        for (var order = 0; order < promised.Length; order++)
        {
            var statement = promised[order];
            if (byCode.TryGetValue(statement.Code, out var target))
            {
                target.Apply(new TargetRestated(statement.Code, statement, order + 1));
            }
            else
            {
                added.Add(Target.From(new TargetPromised(newId(), programme.ProvinceCode, programme.ProgrammeId, statement, order + 1)));
            }
        }

        foreach (var target in existing.Where(t => !t.IsRetired && promised.All(s => s.Code != t.Code)))
        {
            target.Apply(new TargetDropped(target.Code));
        }

        return added;
    }

    /// <summary>Whether <paramref name="rounds"/> may count the rounds of <paramref name="target"/>; null unlinks.</summary>
    public static Ruling<RoundsLinked> LinkRounds(Target target, Target? rounds)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Decide.If(
            () => new RoundsLinked(target.Code, rounds?.Code),
            (target.Per is TargetPer.Round, new("target.not-per-round", nameof(Target.RoundsTargetCode), target.Code)),
            (rounds is null || (rounds.ProgrammeId == target.ProgrammeId && rounds.TargetId != target.TargetId), new("target.rounds-elsewhere", nameof(Target.RoundsTargetCode))),
            (rounds is null || DiscrepancyRules.SameUnit(rounds.Unit, "đợt"), new("target.rounds-not-occasions", nameof(Target.RoundsTargetCode), rounds?.Unit ?? "")));
    }
}
