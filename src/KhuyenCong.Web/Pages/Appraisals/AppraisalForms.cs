using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Web.Storage;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Appraisals;

/// <summary>Amounts proposed by source, as typed.</summary>
public class SupportForm
{
    public Dong? National { get; set; }

    public Dong? Provincial { get; set; }

    public Dong? Commune { get; set; }

    public ProposedSupport Read() => new(National, Provincial, Commune);

    public void Fill(ProposedSupport support)
    {
        ArgumentNullException.ThrowIfNull(support);
        (National, Provincial, Commune) = (support.National, support.Provincial, support.Commune);
    }
}

/// <summary>A declaration as typed.</summary>
public sealed class DeclarationForm
{
    public bool? HasInterest { get; set; }

    public string? Interest { get; set; }
}

/// <summary>An opinion as typed.</summary>
public sealed class OpinionForm : SupportForm
{
    public AppraisalVote? Vote { get; set; }

    public string? Note { get; set; }

    public Dictionary<string, bool?> Meets { get; set; } = [];

    public Dictionary<string, string?> Texts { get; set; } = [];

    public Dictionary<string, int?> Scores { get; set; } = [];

    public static OpinionForm Of(OpinionText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var form = new OpinionForm
        {
            Vote = text.Vote,
            Note = text.Note,
            Meets = text.Remarks.ToDictionary(r => r.Code, r => r.Meets),
            Texts = text.Remarks.ToDictionary(r => r.Code, r => r.Text),
            Scores = text.Scores.ToDictionary(s => s.Code, s => (int?)s.Points),
        };
        form.Fill(text.Support);
        return form;
    }

    public OpinionText ReadOpinion() => new(
        Vote,
        [.. AppraisalContent.All.Select(c => new ContentRemark(c.Code, Meets.GetValueOrDefault(c.Code), Blank(Texts.GetValueOrDefault(c.Code))))],
        [.. Scores.Where(s => s.Value is not null).Select(s => new RankingScore(s.Key, s.Value!.Value))],
        Blank(Note),
        Read());

    /// <summary>The input that a breach is about.</summary>
    public static string? FieldOf(string? field) => field?.Split('.', 2) switch
    {
        ["Remarks", var code] => $"Opinion.Meets[{code}]",
        ["Scores", var code] => $"Opinion.Scores[{code}]",
        ["Support", var source] => $"Opinion.{source}",
        [var other] => $"Opinion.{other}",
        _ => null,
    };
}

/// <summary>A signature or conclusion as typed: reasons, amounts, one condition a line.</summary>
public sealed class EndingForm : SupportForm
{
    public bool? Passes { get; set; }

    public string? Reason { get; set; }

    public string? Conditions { get; set; }

    public IReadOnlyList<string> Lines => [.. (Conditions ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The input that a breach is about.</summary>
    public static string? FieldOf(string? field) => field?.Split('.', 2) switch
    {
        ["Support", var source] => $"Ending.{source}",
        [var other] => $"Ending.{other}",
        _ => null,
    };
}

/// <summary>Keeps an upload that a record will carry as a value of its own.</summary>
public static class Uploading
{
    /// <summary>The staged file, or what is wrong with it; nothing where none came.</summary>
    public static async Task<(UploadedFile? File, Breach? Fault)> KeepAsync(this FileStore files, string provinceCode, IFormFile? upload, string field, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (upload is null)
        {
            return (null, null);
        }

        var (staged, fault) = await files.StageAsync(provinceCode, upload, field, cancellationToken);
        return staged is null ? (null, fault) : (new(staged.Sha256, staged.FileName, staged.Size, staged.MediaType), null);
    }
}
