using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Tables;

/// <summary>A list whose filters may be kept under a name.</summary>
/// <param name="Key">Its place in the address.</param>
/// <param name="Title">What the list is called on screen.</param>
/// <param name="Act">What one must be allowed to do to see it.</param>
/// <param name="Help">Where the guide explains saved filters.</param>
/// <param name="Names">The parts of the address that a saved filter keeps: never a place in the list.</param>
public sealed record SavedList(string Key, string Title, Act Act, string Help, IReadOnlyList<string> Names)
{
    public static readonly IReadOnlyList<SavedList> All =
    [
        new("ket-qua", "Kết quả", Act.ViewResults, "ket-qua#bo-loc", Pages.Results.ResultFilter.Names),
        new("kien-nghi", "Phản ánh, kiến nghị", Act.FilePetition, "kien-nghi#bo-loc", ["tim", "trang-thai", "loai", "doi-tuong", "qua-han", "sap-xep", "co"]),
        new("van-ban", "Văn bản, quy định", Act.ViewLaw, "van-ban#bo-loc", ["tim", "loai", "kiem-chung", "hieu-luc-ngay", "dia-ban", "sap-xep", "co"]),
        new("de-an", "Đề án, nhiệm vụ", Act.ViewProjects, "de-an#bo-loc", Pages.Projects.ProjectFilter.Names),
        new("tham-dinh", "Thẩm định", Act.GiveOpinion, "tham-dinh", [.. Pages.Projects.ProjectFilter.Names, "cua-toi"]),
        new("nhat-ky", "Nhật ký", Act.ViewAudit, "nhat-ky#bo-loc", ["nguoi", "viec", "loai", "tu", "den", "doi-tuong", "co"]),
    ];

    public string Path => "/" + Key;

    public string ViewsPath => $"/{Key}/bo-loc";

    public static SavedList? Find(string key) => All.FirstOrDefault(l => l.Key == key);
}
