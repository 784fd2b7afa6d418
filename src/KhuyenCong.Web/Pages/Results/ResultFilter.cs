using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;

namespace KhuyenCong.Web.Pages.Results;

/// <summary>Which results a list, an export or a saved view is about, as the address says it.</summary>
public sealed record ResultFilter
{
    /// <summary>The names a saved view keeps.</summary>
    public static readonly IReadOnlyList<string> Names = ["chuong-trinh", "chi-tieu", "xa", "nam", "tu", "den", "trang-thai", "nguon", "tim", "sap-xep", "co", "an"];

    public Guid? ProgrammeId { get; init; }

    public string? TargetCode { get; init; }

    public string? CommuneCode { get; init; }

    public int? Year { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Empty: counted results; "rut": withdrawn ones; "tat-ca": both.</summary>
    public string State { get; init; } = "";

    public string? SourceCode { get; init; }

    public string Search { get; init; } = "";

    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Nothing but programme and target: what the maintained sums are about.</summary>
    public bool IsWhole => CommuneCode is null && Year is null && From is null && To is null && State.Length == 0 && SourceCode is null && Search.Length == 0;

    public static ResultFilter Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (from, to) = (Text(query, "tu"), Text(query, "den"));
        var faults = new[] { ("Từ ngày", from), ("Đến ngày", to) }.Where(d => d.Item2 is not null && Dates.Parse(d.Item2) is null)
            .Select(d => $"{d.Item1} “{d.Item2}”: {Messages.For("date.unreadable")}");
        return new()
        {
            ProgrammeId = Guid.TryParse(Text(query, "chuong-trinh"), out var programme) ? programme : null,
            TargetCode = Text(query, "chi-tieu"),
            CommuneCode = Text(query, "xa"),
            Year = int.TryParse(Text(query, "nam"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 3000 ? year : null,
            From = Dates.Parse(from),
            To = Dates.Parse(to),
            State = Text(query, "trang-thai") is "rut" or "tat-ca" ? Text(query, "trang-thai")! : "",
            SourceCode = FundingSource.Find(Text(query, "nguon"))?.Code,
            Search = Text(query, "tim") is { } search ? search[..Math.Min(search.Length, 200)] : "",
            Faults = [.. faults],
        };
    }

    /// <param name="db">For the money by source.</param>
    /// <param name="programmeId">The programme the list settled on.</param>
    /// <param name="targetId">The target that <see cref="TargetCode"/> names; null for all.</param>
    /// <param name="communes">The communes a commune-wide role sees; null for the whole province.</param>
    public IQueryable<Result> Apply(KhuyenCongDb db, Guid programmeId, Guid? targetId, IReadOnlyList<string>? communes)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = targetId is { } target ? db.Results.Where(r => r.TargetId == target) : db.Results.Where(r => r.ProgrammeId == programmeId);
        rows = State switch
        {
            "rut" => rows.Where(r => r.State == ResultState.Withdrawn),
            "tat-ca" => rows,
            _ => rows.Where(r => r.State == ResultState.Recorded),
        };
        if (communes is not null)
        {
            rows = rows.Where(r => communes.Contains(r.CommuneCode));
        }

        if (CommuneCode is { } commune)
        {
            rows = rows.Where(r => r.CommuneCode == commune);
        }

        if (Earliest is { } earliest)
        {
            rows = rows.Where(r => r.AchievedOn >= earliest);
        }

        if (Latest is { } latest)
        {
            rows = rows.Where(r => r.AchievedOn <= latest);
        }

        if (SourceCode is { } source)
        {
            rows = rows.Where(r => db.ResultAmounts.Any(a => a.ProvinceCode == r.ProvinceCode && a.ResultId == r.ResultId && a.SourceCode == source));
        }

        foreach (var word in SearchText.Words(Search))
        {
            rows = rows.Where(r => r.SearchText.Contains(word));
        }

        return rows;
    }

    private DateOnly? Earliest => Year is { } year && (From is not { } from || from < new DateOnly(year, 1, 1)) ? new DateOnly(year, 1, 1) : From;

    private DateOnly? Latest => Year is { } year && (To is not { } to || to > new DateOnly(year, 12, 31)) ? new DateOnly(year, 12, 31) : To;

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
