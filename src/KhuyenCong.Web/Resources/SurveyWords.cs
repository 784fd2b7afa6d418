using KhuyenCong.Domain.Surveys;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Surveys in Vietnamese.</summary>
public static class SurveyWords
{
    public static IEnumerable<SurveyQuestions> Each(this SurveyQuestions questions) =>
        Enum.GetValues<SurveyQuestions>().Where(q => q is not SurveyQuestions.None and not SurveyQuestions.All && questions.HasFlag(q));

    public static string Text(this SurveyQuestions question) => question switch
    {
        SurveyQuestions.Labour => "Số lao động",
        SurveyQuestions.Capital => "Tổng nguồn vốn",
        SurveyQuestions.Revenue => "Tổng doanh thu",
        SurveyQuestions.Export => "Giá trị xuất khẩu",
        SurveyQuestions.LocalMaterial => "Tỷ lệ nguyên liệu trong tỉnh",
        SurveyQuestions.Needs => "Nhu cầu hỗ trợ",
        _ => string.Join("; ", question.Each().Select(q => q.Text())),
    };

    public static string Text(this SheetOutcome outcome) => outcome switch
    {
        SheetOutcome.Answered => "Đã trả lời",
        SheetOutcome.Ceased => "Cơ sở đã ngừng hoạt động",
        _ => "Không gặp được, không trả lời",
    };

    public static Tone Tone(this SheetOutcome outcome) => outcome is SheetOutcome.Answered ? TagHelpers.Tone.Good : TagHelpers.Tone.Neutral;

    /// <summary>Stored codes of survey fields in words, for histories.</summary>
    public static string? OfCode(string field, string code) => field switch
    {
        "Outcome" when code is "Answered" or "Ceased" or "Unreached" => Enum.Parse<SheetOutcome>(code).Text(),
        "Questions" when Enum.TryParse<SurveyQuestions>(code, out var questions) => questions.Text(),
        _ => null,
    };
}
