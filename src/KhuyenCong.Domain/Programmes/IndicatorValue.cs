namespace KhuyenCong.Domain.Programmes;

/// <summary>Giá trị chỉ số kết quả: one year's value of an outcome indicator, with where it was published.</summary>
public sealed class IndicatorValue : IProvincial, IVersioned, IAudited
{
    private IndicatorValue()
    {
    }

    public Guid IndicatorValueId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProgrammeId { get; private set; }

    public string AimCode { get; private set; } = "";

    public int Year { get; private set; }

    public decimal Value { get; private set; }

    /// <summary>What it is compared with: the whole industry's growth, or the baseline.</summary>
    public decimal? Reference { get; private set; }

    public string Source { get; private set; } = "";

    public string? Note { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Programme), ProgrammeId);

    public static IndicatorValue From(IndicatorEntered entered, string provinceCode, Guid programmeId, Guid id)
    {
        ArgumentNullException.ThrowIfNull(entered);
        var value = new IndicatorValue { IndicatorValueId = id, ProvinceCode = provinceCode, ProgrammeId = programmeId, AimCode = entered.AimCode, Year = entered.Year };
        value.Apply(entered);
        return value;
    }

    public void Apply(IndicatorEntered entered)
    {
        ArgumentNullException.ThrowIfNull(entered);
        (Value, Reference, Source, Note) = (entered.Value, entered.Reference, entered.Source, entered.Note);
    }
}

/// <summary>Nhập giá trị chỉ số: one year's figure and where it comes from.</summary>
public sealed record IndicatorEntered(string AimCode, int Year, decimal Value, decimal? Reference, string Source, string? Note)
{
    /// <summary>The baseline year just before the period may be entered too.</summary>
    public static Ruling<IndicatorEntered> Of(Programme programme, AimText aim, int year, decimal? value, decimal? reference, string? source, string? note, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(aim);
        return Decide.If(
            () => new IndicatorEntered(aim.Code, year, value!.Value, reference, source!.Trim(), string.IsNullOrWhiteSpace(note) ? null : note.Trim()),
            (aim.IndicatorUnit is not null, new("indicator.not-an-indicator", nameof(AimCode), aim.Code)),
            (year >= programme.FromYear - 1 && year <= programme.ToYear && year <= today.Year, new("indicator.year-outside", nameof(Year), programme.FromYear - 1, Math.Min(programme.ToYear, today.Year))),
            (value is not null, new("indicator.value-missing", nameof(Value))),
            (value is null or >= -1_000 and <= 1_000_000_000, new("indicator.value-absurd", nameof(Value))),
            (!string.IsNullOrWhiteSpace(source), new("indicator.source-missing", nameof(Source))));
    }
}
