using KhuyenCong.Domain.Calendars;
using KhuyenCong.Domain.Law;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace KhuyenCong.Web.Pages.Calendars;

/// <summary>A schedule of days off as typed: rows that stay empty are not there.</summary>
public sealed class ScheduleForm
{
    private const int Fewest = 10;
    private const int Spare = 4;

    // The rows that hold something, in order: a breach names the place among them.
    private readonly List<int> filled = [];

    /// <summary>The new schedule's id from the first showing of the form on: sent twice, drafted once.</summary>
    public Guid Id { get; set; }

    public Guid? ReplacesId { get; set; }

    public long BaseVersion { get; set; }

    public int? Year { get; set; }

    public bool IsWholeYear { get; set; }

    public string? DocumentNumber { get; set; }

    public DateOnly? DocumentDate { get; set; }

    public string? Issuer { get; set; }

    public string? Clause { get; set; }

    public Verification? Verification { get; set; }

    public string? Remark { get; set; }

    /// <summary>Nơi đọc.</summary>
    public string? SourceNote { get; set; }

    public List<PeriodRow> Rows { get; set; } = [];

    public static ScheduleForm Of(ScheduleText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new()
        {
            Year = text.Year,
            IsWholeYear = text.IsWholeYear,
            DocumentNumber = text.DocumentNumber,
            DocumentDate = text.DocumentDate,
            Issuer = text.Issuer,
            Clause = text.Clause,
            Verification = text.Verification,
            Remark = text.Remark,
            SourceNote = text.SourceNote,
            Rows = [.. text.Periods.Select(p => new PeriodRow { Id = p.PeriodId, From = p.From, To = p.To == p.From ? null : p.To, Kind = p.Kind, Name = p.Name, Note = p.Note })],
        };
    }

    /// <summary>Room for more days, in a form that works without scripts.</summary>
    public void AddRoom()
    {
        var wanted = Math.Min(Math.Max(Fewest, Rows.FindLastIndex(r => !r.IsEmpty) + 1 + Spare), HolidayScheduling.MostPeriods + Spare);
        while (Rows.Count < wanted)
        {
            Rows.Add(new());
        }
    }

    /// <param name="current">The draft that is changed; null for a new one.</param>
    /// <param name="state">Takes what no rule can be asked without.</param>
    /// <param name="clock">For the ids of new rows.</param>
    public ScheduleText Read(HolidaySchedule? current, ModelStateDictionary state, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(state);
        List<PeriodText> periods = [];
        filled.Clear();
        foreach (var (place, row) in Rows.Index().Where(r => !r.Item.IsEmpty))
        {
            state.Require(row.From, $"Form.Rows[{place}].From", Messages.For("calendar.from-missing"));
            if (row.From is { } from)
            {
                var id = row.Id is { } known && current?.Periods.Any(p => p.HolidayPeriodId == known) == true && periods.TrueForAll(p => p.PeriodId != known) ? known : Uuid.New(clock);
                filled.Add(place);
                periods.Add(new(id, from, row.To ?? from, row.Kind ?? PeriodKind.Off, row.Name?.Trim() ?? "", Trimmed(row.Note)));
            }
        }

        state.Require(Year, "Form.Year", Messages.For("calendar.year-missing"));
        // A year that could not be read is said once, not again at every day.
        return new(Year ?? (periods.Count > 0 ? periods[0].From.Year : HolidayScheduling.FirstYear), IsWholeYear, Trimmed(DocumentNumber) ?? "", DocumentDate, Trimmed(Issuer) ?? "", Trimmed(Clause), Verification, Trimmed(Remark), periods, SourceNote: Trimmed(SourceNote));
    }

    /// <summary>The input at fault: "Periods[1].To" of the rule is the second row that holds something.</summary>
    public string? FieldOf(string? field)
    {
        const string start = "Periods[";
        if (field?.StartsWith(start, StringComparison.Ordinal) != true)
        {
            return field is null ? null : $"Form.{field}";
        }

        var end = field.IndexOf(']', StringComparison.Ordinal);
        return $"Form.Rows[{filled[int.Parse(field.AsSpan(start.Length, end - start.Length), System.Globalization.CultureInfo.InvariantCulture)]}{field[end..]}";
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>One row of days.</summary>
    public sealed class PeriodRow
    {
        public Guid? Id { get; set; }

        public DateOnly? From { get; set; }

        /// <summary>Empty for a single day.</summary>
        public DateOnly? To { get; set; }

        public PeriodKind? Kind { get; set; }

        public string? Name { get; set; }

        public string? Note { get; set; }

        public bool IsEmpty => From is null && To is null && string.IsNullOrWhiteSpace(Name);
    }
}
