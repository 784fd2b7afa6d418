using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>A target as a list shows it: what was promised, what was achieved, how it stands today.</summary>
public sealed record TargetRow(Target Target, TargetReading Reading, int Establishments)
{
    public string Phrase => TargetWords.Phrase(Target.Operator, Target.Quantity, Target.Unit, Target.Per);

    /// <summary>What an even pace would have reached by today; a mark to look at, not a plan.</summary>
    public decimal? Pace => Reading.Needed is { } needed && Reading.ElapsedDays + Reading.RemainingDays is > 0 and var total ? (decimal)needed * Reading.ElapsedDays / total : null;

    public bool NeedsAttention => Reading.Status is TargetStatus.Behind or TargetStatus.Impossible || Reading.MoneyShort;

    public string ResultsHref => $"/ket-qua?chi-tieu={Uri.EscapeDataString(Target.Code)}&chuong-trinh={Target.ProgrammeId}";

    public string Href => HrefOf(Target.ProgrammeId, Target.Code);

    public static string HrefOf(Guid programmeId, string code) => $"/chuong-trinh/{programmeId}/chi-tieu/{Uri.EscapeDataString(code)}";

    public static IReadOnlyList<TargetRow> Of(ProgrammeText text, IReadOnlyCollection<Target> targets, ResultSums sums, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(sums);
        var money = MoneyClock.Read(text, sums.Spent);
        return
        [
            .. targets.OrderBy(t => t.Order).Select(t => new TargetRow(
                t,
                FeasibilityClock.Read(text, TargetProgress.Of(t, text, targets), money, today),
                sums.EstablishmentsOf.GetValueOrDefault(t.TargetId))),
        ];
    }
}

/// <summary>Statuses in the words and tones of the screens.</summary>
public static class StatusWords
{
    public static (Tone Tone, string Text) Tag(this TargetStatus status) => status switch
    {
        TargetStatus.Met => (Tone.Good, "Đã đạt"),
        TargetStatus.OnPace => (Tone.Good, "Đúng tiến độ"),
        TargetStatus.Behind => (Tone.Warn, "Chậm"),
        TargetStatus.Conditional => (Tone.Info, "Có điều kiện"),
        TargetStatus.Impossible => (Tone.Bad, "Không thể đạt"),
        TargetStatus.NotDue => (Tone.Neutral, "Chưa đến hạn"),
        _ => (Tone.Neutral, "Chưa đủ số liệu"),
    };

    public static (Tone Tone, string Text) Tag(this DiscrepancyState state) => state switch
    {
        DiscrepancyState.Open => (Tone.Warn, "Chờ giải trình"),
        DiscrepancyState.Explained => (Tone.Good, "Đã giải trình"),
        _ => (Tone.Neutral, "Không còn trong văn bản"),
    };

    public static (Tone Tone, string Text) Tag(this VersionState state) => state switch
    {
        VersionState.Draft => (Tone.Warn, "Bản nháp"),
        VersionState.InForce => (Tone.Good, "Đang có hiệu lực"),
        _ => (Tone.Neutral, "Đã được thay thế"),
    };

    public static string Words(this VersionSource source) => source switch
    {
        VersionSource.Shipped => "Văn bản có sẵn trong phần mềm",
        VersionSource.Excel => "Nhập từ tệp Excel",
        _ => "Nhập trên biểu mẫu",
    };

    public static string Words(this ReaderNoteKind kind) => kind switch
    {
        ReaderNoteKind.Certain => "Chắc chắn",
        ReaderNoteKind.Wording => "Lệch câu chữ",
        ReaderNoteKind.Missing => "Thiếu hoặc chưa kiểm chứng được",
        ReaderNoteKind.OutsideFacts => "Khác với thực tế ngoài văn bản",
        ReaderNoteKind.BetweenProgrammes => "Khác nhau giữa hai chương trình",
        _ => "So với văn bản cấp trên",
    };

    public static string Words(this DiscrepancyRule rule) => rule switch
    {
        DiscrepancyRule.LinkedStatements => "Hai phát biểu của một chỉ tiêu không khớp",
        DiscrepancyRule.SumOfSources => "Tổng khác cộng theo nguồn",
        DiscrepancyRule.SumOfYears => "Tổng khác cộng theo năm",
        DiscrepancyRule.SumOfContents => "Tổng khác cộng theo nội dung",
        DiscrepancyRule.PrintedShare => "Tỷ lệ in khác tỷ lệ tính",
        _ => "Các tỷ lệ cộng lại khác 100 %",
    };
}
