namespace KhuyenCong.Domain.Programmes;

/// <summary>Đổi cách nhận biết trùng: an officer says which fact of the world makes two results of a target one; every result gets its key anew, or nothing changes.</summary>
public static class ChangeKeyKind
{
    public const int LongestReason = 1000;

    private const int MostNamed = 20;

    /// <param name="target">The target.</param>
    /// <param name="wanted">The new kind.</param>
    /// <param name="reason">Why.</param>
    /// <param name="recorded">Every result that counts toward the target.</param>
    /// <param name="elsewhere">Results of other targets of the province that may have one of the new keys.</param>
    public static Ruling<KeyKindChanged> Of(Target target, NaturalKeyKind wanted, string? reason, IReadOnlyCollection<Result> recorded, IReadOnlyCollection<Result> elsewhere)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(elsewhere);
        var keys = recorded.Select(r => (Result: r, Key: KeyOf(r, wanted))).ToList();
        var breaches = new List<Breach>();
        if (target.KeyKind == wanted)
        {
            breaches.Add(new("target.key-kind-same", nameof(Target.KeyKind)));
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            breaches.Add(new("target.key-kind-reason-missing", nameof(reason)));
        }
        else if (reason.Length > LongestReason)
        {
            breaches.Add(new("result.text-long", nameof(reason), LongestReason));
        }

        breaches.AddRange(keys.Where(k => k.Key is null).Take(MostNamed)
            .Select(k => new Breach("target.key-kind-lacks", nameof(Target.KeyKind), k.Result.Title, k.Result.AchievedOn)));
        var others = elsewhere.Where(r => recorded.All(own => own.ResultId != r.ResultId)).ToLookup(r => new NewKey(r.NaturalKeyKind, r.NaturalKey));
        breaches.AddRange(keys.Where(k => k.Key is not null).GroupBy(k => k.Key!)
            .Select(g => g.Select(k => k.Result).Concat(others[g.Key]).ToList())
            .Where(same => same.Count > 1).Take(MostNamed)
            .Select(same => new Breach("target.key-kind-collides", nameof(Target.KeyKind), same[0].Title, same[0].AchievedOn, same[1].Title, same[1].AchievedOn, same.Count)));
        return Decide.Unless(breaches, () => new KeyKindChanged(target.Code, wanted, reason!.Trim().Normalize(), [.. keys.Select(k => new ResultRekeyed(k.Result.ResultId, k.Key!.Kind, k.Key.Key))]));
    }

    /// <summary>The key a result would have; null where it lacks what the kind asks for.</summary>
    public static NewKey? KeyOf(Result result, NaturalKeyKind wanted)
    {
        ArgumentNullException.ThrowIfNull(result);
        // Where a serial is optional, a machine stays known by it.
        var kind = wanted is NaturalKeyKind.Other && result.NaturalKeyKind is NaturalKeyKind.MachineSerial ? NaturalKeyKind.MachineSerial : wanted;
        return kind switch
        {
            _ when kind == result.NaturalKeyKind => new(kind, result.NaturalKey),
            // Neither a serial nor an issue was asked for when it was recorded.
            NaturalKeyKind.MachineSerial or NaturalKeyKind.TitleAndIssue => null,
            _ => new(kind, NaturalKey.Of(new ResultEntry { KeyKind = kind, Title = result.Title, AchievedOn = result.AchievedOn, CommuneCode = result.CommuneCode, Place = result.Place })),
        };
    }
}

/// <summary>Khóa mới: what one result would be known by.</summary>
public sealed record NewKey(NaturalKeyKind Kind, string Key);

/// <summary>Đã đổi cách nhận biết trùng: the target's kind, and the new key of every result that counts.</summary>
public sealed record KeyKindChanged(string Code, NaturalKeyKind Kind, string Reason, IReadOnlyList<ResultRekeyed> Results);

/// <summary>Đặt lại khóa: a result is known by another fact.</summary>
public sealed record ResultRekeyed(Guid ResultId, NaturalKeyKind Kind, string Key);
