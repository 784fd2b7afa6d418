namespace KhuyenCong.Domain.Programmes;

/// <summary>Ghi nhận kết quả: whether what was typed may count toward a target.</summary>
public static class RecordResult
{
    public const long LargestQuantity = 10_000_000;
    public const int LongestTitle = 500;
    public const int LongestPlace = 500;
    public const int LongestProjectCode = 60;
    public const int LongestKey = 200;
    public const int LongestNote = 4000;
    public const int LongestName = 300;
    public const int LongestIdentifier = 50;

    public static Ruling<ResultRecorded> Of(ResultEntry entry, RecordingOf context)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(context);
        var (programme, target) = (context.Programme, context.Target);
        var machine = entry.KeyKind is NaturalKeyKind.MachineSerial || target.KeyKind is NaturalKeyKind.MachineSerial;
        entry = machine ? entry with { KeyKind = NaturalKeyKind.MachineSerial } : entry;

        var breaches = Requirements(entry, context, machine).Unmet()
            .Concat(Money(entry)).Concat(Beneficiaries(entry)).ToList();
        if (context.SameKey is { } first)
        {
            breaches.Add(new("result.duplicate-key", KeyField(entry.KeyKind), first.ResultId, first.Title, first.AchievedOn));
        }

        return Decide.Unless(breaches, () => new ResultRecorded(
            context.ResultId,
            programme.ProvinceCode,
            programme.ProgrammeId,
            target.TargetId,
            entry.Quantity,
            entry.Copies,
            entry.Times ?? entry.Quantity,
            entry.AchievedOn,
            Trimmed(entry.CommuneCode),
            Trimmed(entry.Place),
            entry.Title.Trim().Normalize(),
            Trimmed(entry.Note),
            Trimmed(entry.ProjectCode),
            entry.KeyKind,
            NaturalKey.Of(entry),
            Trimmed(entry.KeyKind is NaturalKeyKind.MachineSerial ? entry.Serial : entry.Issue),
            [.. entry.Amounts.Where(a => a.Amount > Dong.Zero)],
            [.. entry.Beneficiaries.Select(b => new BeneficiaryEntry(b.Name.Trim().Normalize(), Trimmed(b.Identifier)))],
            context.By,
            context.At));
    }

    private static IEnumerable<(bool Holds, Breach Otherwise)> Requirements(ResultEntry entry, RecordingOf context, bool machine)
    {
        var programme = context.Programme;
        yield return (programme.CurrentVersionNumber > 0, new("result.programme-not-in-force"));
        yield return (!context.Target.IsRetired, new("result.target-retired", null, context.Target.Code));
        yield return (entry.Quantity > 0, new("result.quantity-not-positive", nameof(entry.Quantity)));
        yield return (entry.Quantity <= LargestQuantity, new("result.quantity-absurd", nameof(entry.Quantity), LargestQuantity));
        yield return (entry.Copies is null or > 0 and <= LargestQuantity, new("result.copies-absurd", nameof(entry.Copies), LargestQuantity));
        yield return (entry.Copies is not null || context.Target.Measure is not TargetMeasure.Copies, new("result.copies-missing", nameof(entry.Copies), context.Target.Unit));
        yield return (entry.Times is null or > 0 and <= LargestQuantity, new("result.times-absurd", nameof(entry.Times), LargestQuantity));
        yield return (entry.AchievedOn >= programme.StartsOn && entry.AchievedOn <= programme.EndsOn, new("result.outside-period", nameof(entry.AchievedOn), programme.StartsOn, programme.EndsOn));
        yield return (entry.AchievedOn <= context.Today, new("result.in-future", nameof(entry.AchievedOn)));
        yield return (!string.IsNullOrWhiteSpace(entry.Title), new("result.title-missing", nameof(entry.Title)));
        yield return (entry.Title.Length <= LongestTitle, new("result.title-long", nameof(entry.Title), LongestTitle));
        foreach (var (text, field, most) in new[]
        {
            (entry.Place, nameof(entry.Place), LongestPlace),
            (entry.ProjectCode, nameof(entry.ProjectCode), LongestProjectCode),
            (entry.Serial, nameof(entry.Serial), LongestKey),
            (entry.Issue, nameof(entry.Issue), LongestKey),
            (entry.Note, nameof(entry.Note), LongestNote),
        })
        {
            yield return (text is null || text.Length <= most, new("result.text-long", field, most));
        }

        yield return (entry.CommuneCode is null || context.IsCommuneOfProvince(entry.CommuneCode), new("result.commune-foreign", nameof(entry.CommuneCode)));
        yield return (programme.CommuneCode is null || entry.CommuneCode is null || entry.CommuneCode == programme.CommuneCode, new("result.outside-commune", nameof(entry.CommuneCode)));
        yield return (!machine || NaturalKey.Of(NaturalKeyKind.MachineSerial, entry.Serial).Length > 0, new("result.serial-missing", nameof(entry.Serial)));
        yield return (entry.KeyKind is not NaturalKeyKind.TitleAndIssue || !string.IsNullOrWhiteSpace(entry.Issue), new("result.issue-missing", nameof(entry.Issue)));
    }

    private static IEnumerable<Breach> Money(ResultEntry entry)
    {
        for (var i = 0; i < entry.Amounts.Count; i++)
        {
            var (source, amount) = entry.Amounts[i];
            var field = $"{nameof(entry.Amounts)}[{i}]";
            if (FundingSource.Find(source) is null)
            {
                yield return new("result.source-unknown", field, source);
            }

            if (entry.Amounts.Take(i).Any(a => a.SourceCode == source))
            {
                yield return new("result.source-twice", field, source);
            }

            if (amount < Dong.Zero)
            {
                yield return new("amount.negative", field);
            }

            if (amount.Amount > AmountText.Largest)
            {
                yield return new("amount.absurd", field);
            }
        }
    }

    private static IEnumerable<Breach> Beneficiaries(ResultEntry entry)
    {
        for (var i = 0; i < entry.Beneficiaries.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(entry.Beneficiaries[i].Name))
            {
                yield return new("result.beneficiary-unnamed", $"{nameof(entry.Beneficiaries)}[{i}]");
            }

            if (entry.Beneficiaries[i].Name.Length > LongestName)
            {
                yield return new("result.text-long", $"{nameof(entry.Beneficiaries)}[{i}]", LongestName);
            }

            if (entry.Beneficiaries[i].Identifier is { Length: > LongestIdentifier })
            {
                yield return new("result.identifier-long", $"{nameof(entry.Beneficiaries)}[{i}]", LongestIdentifier);
            }

            var key = entry.Beneficiaries[i].CountingKey;
            if (key.Length > 0 && entry.Beneficiaries.Take(i).Any(b => b.CountingKey == key))
            {
                yield return new("result.beneficiary-twice", $"{nameof(entry.Beneficiaries)}[{i}]", entry.Beneficiaries[i].Name);
            }
        }
    }

    private static string KeyField(NaturalKeyKind kind) => kind switch
    {
        NaturalKeyKind.MachineSerial => nameof(ResultEntry.Serial),
        NaturalKeyKind.TitleAndIssue => nameof(ResultEntry.Issue),
        _ => nameof(ResultEntry.Title),
    };

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();
}

/// <summary>What recording needs to know beside what was typed; <see cref="SameKey"/> is a recorded result with the same natural key.</summary>
public sealed record RecordingOf(
    Guid ResultId,
    Programme Programme,
    Target Target,
    Func<string, bool> IsCommuneOfProvince,
    Result? SameKey,
    DateOnly Today,
    string By,
    DateTime At);
