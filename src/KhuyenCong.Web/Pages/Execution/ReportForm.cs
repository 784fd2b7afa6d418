using KhuyenCong.Domain.Execution;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.Pages.Execution;

/// <summary>A progress report as typed.</summary>
public sealed class ReportForm
{
    /// <summary>"2026-03".</summary>
    public string? Month { get; set; }

    /// <summary>The version of the report that the form was shown with; null where it is new.</summary>
    public long? BaseVersion { get; set; }

    public List<ReportLineForm> Lines { get; set; } = [];

    /// <summary>The unit's own figure, in per cent.</summary>
    public string? OwnShare { get; set; }

    public string? Difficulties { get; set; }

    public string? Proposals { get; set; }

    public string? DeviationReason { get; set; }

    /// <summary>What is known already: the report itself, or the last one before it.</summary>
    /// <param name="report">The one that is being written; null where it is new.</param>
    /// <param name="last">The last one of the contract, whose figures a new one starts from.</param>
    public static ReportForm Of(ReportedContract of, DateOnly month, ProgressReport? report, ProgressReport? last)
    {
        ArgumentNullException.ThrowIfNull(of);
        var known = (report ?? last)?.Lines.ToDictionary(l => l.EstimateLineId) ?? [];
        return new()
        {
            Month = KeyOf(month),
            BaseVersion = report?.Version,
            Lines = [.. of.Lines.Select(l => ReportLineForm.Of(l.ProjectEstimateLineId, known.GetValueOrDefault(l.ProjectEstimateLineId)))],
            OwnShare = report?.OwnShare is { } share ? DoneQuantity.Text(share * 10L) : null,
            Difficulties = report?.Difficulties,
            Proposals = report?.Proposals,
            DeviationReason = report?.DeviationReason,
        };
    }

    public static string KeyOf(DateOnly month) => month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    public static DateOnly? MonthOf(string? key) =>
        DateOnly.TryParseExact($"{key}-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var month) ? month : null;

    /// <summary>What was typed, and what of it cannot be read.</summary>
    public (ProgressText Text, IReadOnlyList<Breach> Unreadable) Read(ReportedContract of)
    {
        ArgumentNullException.ThrowIfNull(of);
        List<Breach> unreadable = [];
        List<ProgressLineText> lines = [];
        for (var i = 0; i < Lines.Count; i++)
        {
            var typed = Lines[i];
            if (of.Lines.FirstOrDefault(l => l.ProjectEstimateLineId == typed.LineId) is not { } line)
            {
                continue;
            }

            var done = DoneQuantity.Parse(typed.Done);
            if (done is null && !string.IsNullOrWhiteSpace(typed.Done))
            {
                unreadable.Add(new("progress.done-unreadable", $"Lines[{i}].Done"));
            }

            lines.Add(new(line.ProjectEstimateLineId, line.Content, line.Unit, line.Quantity, line.UnitPrice, done, FundingSplit.Of(s => typed.Spent.GetValueOrDefault(s.Code))));
        }

        var own = DoneQuantity.Parse(OwnShare);
        if (own is null && !string.IsNullOrWhiteSpace(OwnShare))
        {
            unreadable.Add(new("progress.done-unreadable", nameof(OwnShare)));
        }

        return (new(lines, Difficulties, Proposals, own is { } share ? (int)Math.Min(share / 10, int.MaxValue) : null, DeviationReason), unreadable);
    }
}

/// <summary>A line as typed: how much is done and spent since the beginning.</summary>
public sealed class ReportLineForm
{
    public Guid LineId { get; set; }

    public string? Done { get; set; }

    /// <summary>By source.</summary>
    public Dictionary<string, Dong?> Spent { get; set; } = [];

    public static ReportLineForm Of(Guid lineId, ProgressLine? known) => new()
    {
        LineId = lineId,
        Done = known?.Done is { } done ? DoneQuantity.Text(done) : null,
        Spent = known is null ? [] : FundingSource.All.Where(s => known.Spent[s] is not null).ToDictionary(s => s.Code, s => known.Spent[s]),
    };

    /// <summary>Sources that are asked for: those the estimate names, and those that have paid already.</summary>
    public IEnumerable<FundingSource> Sources(ProjectEstimateLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return FundingSource.All.Where(s => line.Text.Funding[s] is not null || Spent.GetValueOrDefault(s.Code) is not null);
    }
}
