using KhuyenCong.Data.Imports;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>Whose imports are seen, and how their states are told.</summary>
public static class ImportReach
{
    /// <summary>One's own; those who keep the province's list see all.</summary>
    public static IQueryable<EstablishmentImport> VisibleTo(this IQueryable<EstablishmentImport> imports, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var (all, userId) = (viewer.Can(Act.CurateEstablishments), viewer.UserId);
        return imports.Where(i => all || i.UserId == userId);
    }

    public static string Text(this ImportState state) => state switch
    {
        ImportState.Reading => "Đang đọc tệp",
        ImportState.Refused => "Tệp không đọc được",
        ImportState.Ready => "Chờ xác nhận",
        ImportState.Writing => "Đang ghi",
        ImportState.Done => "Đã ghi xong",
        ImportState.Expired => "Hết hạn xác nhận",
        _ => "Đã bỏ",
    };

    public static Tone Tone(this ImportState state) => state switch
    {
        ImportState.Done => TagHelpers.Tone.Good,
        ImportState.Refused => TagHelpers.Tone.Bad,
        ImportState.Ready => TagHelpers.Tone.Warn,
        ImportState.Discarded or ImportState.Expired => TagHelpers.Tone.Neutral,
        _ => TagHelpers.Tone.Info,
    };
}
