using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Web.Access;

/// <summary>One entry of the main navigation; without an act it is everybody's.</summary>
/// <param name="Label">What the entry is called.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Act">What one must be allowed to do.</param>
/// <param name="Beside">Another tab of the same place, under its own address.</param>
/// <param name="OfProvince">It shows a province: nothing for those who work for the nation only.</param>
/// <param name="AnyOf">One of these one must be allowed to do besides.</param>
public sealed record NavigationItem(string Label, string Icon, string Href, Act? Act = null, string? Beside = null, bool OfProvince = false, IReadOnlyList<Act>? AnyOf = null)
{
    public bool Covers(PathString path) => Href == "/" ? path == "/" || !path.HasValue : path.StartsWithSegments(Href) || (Beside is not null && path.StartsWithSegments(Beside));
}

/// <summary>The main navigation, in groups, as far as the viewer may go.</summary>
public static class Navigation
{
    private static readonly (string? Heading, NavigationItem[] Items)[] Groups =
    [
        (null, [new("Việc của tôi", "list-check", "/")]),
        ("Chương trình",
        [
            new("Chương trình", "target", "/chuong-trinh", Act.ViewProgramme),
            new("Kết quả", "circle-check", "/ket-qua", Act.ViewResults),
            new("So sánh các tỉnh", "chart-bar", "/so-sanh", Act.CompareProvinces),
        ]),
        ("Cơ sở CNNT",
        [
            new("Cơ sở", "building-factory-2", "/co-so", Act.ViewEstablishments),
            new("Sản phẩm chủ lực", "point", "/co-so/san-pham-cua-tinh", Act.ViewEstablishments),
            new("Khảo sát cơ sở", "clipboard-list", "/khao-sat", Act.ViewEstablishments),
            new("Cụm công nghiệp", "buildings", "/cum-cong-nghiep", Act.ViewEstablishments),
            new("Yêu cầu dữ liệu", "lock", "/yeu-cau-du-lieu", Act.AnswerDataRequests),
        ]),
        ("Đề án",
        [
            new("Đề án, nhiệm vụ", "folders", "/de-an", Act.ViewProjects),
            new("Thẩm định", "clipboard-check", "/tham-dinh", Act.GiveOpinion),
            new("Hỗ trợ ngoài khuyến công", "coins", "/de-an/ho-tro-khac", Act.RecordOutsideSupport),
        ]),
        ("Kế hoạch, dự toán",
        [
            new("Kế hoạch năm", "calendar-event", "/ke-hoach", Act.ViewPlans),
            new("Dự toán", "report-money", "/du-toan", Act.ViewPlans),
        ]),
        ("Thực hiện",
        [
            new("Hợp đồng", "file-text", "/hop-dong", Act.ViewProjects),
            new("Tiến độ", "trending-up", "/tien-do", Act.ViewProjects),
            new("Kiểm tra, giám sát", "eye", "/kiem-tra", Act.ViewProjects),
            new("Nghiệm thu", "clipboard-list", "/nghiem-thu", Act.ViewProjects, "/may-moc"),
            new("Theo dõi sau hỗ trợ", "clock", "/theo-doi", Act.AnswerFollowUp),
            new("Tạm ứng, thanh toán", "cash", "/thanh-toan", Act.ViewProjects),
            new("Chi quản lý", "coins", "/chi-quan-ly", Act.ViewPlans, "/thiet-bi-quan-ly"),
            new("Sao kê Kho bạc", "building-bank", "/kho-bac", Act.ViewPlans, AnyOf: TreasuryReach.Working),
            new("Quyết toán", "receipt", "/quyet-toan", Act.ViewPlans),
            new("Sổ dự toán", "notebook", "/so-du-toan", Act.ViewPlans),
            new("Quyết toán năm", "file-check", "/quyet-toan-nam", Act.ViewYearlySettlements, OfProvince: true),
        ]),
        ("Quy định, kiến nghị",
        [
            new("Văn bản, quy định", "gavel", "/van-ban", Act.ViewLaw, "/quy-dinh"),
            new("Định mức, tự kiểm tra", "adjustments", "/dinh-muc", Act.ViewLaw),
            new("Quy trình nội bộ", "route", "/quy-trinh", Act.ViewLaw),
            new("Lịch làm việc", "calendar", "/lich-lam-viec"),
            new("Phản ánh, kiến nghị", "message-report", "/kien-nghi", Act.FilePetition, "/de-xuat-sua-doi"),
        ]),
        ("Tổ chức, hệ thống",
        [
            new("Tổ chức", "building", "/to-chuc", Act.ViewOrganisations),
            new("Địa bàn", "map-2", "/dia-ban", Act.ViewOrganisations, OfProvince: true),
            new("Tài khoản", "users", "/tai-khoan", Act.ManageUsers),
            new("Nhật ký", "history", "/nhat-ky", Act.ViewAudit),
        ]),
    ];

    public static IEnumerable<(string? Heading, NavigationItem[] Items)> For(Func<Act, bool> can, bool hasProvince) =>
        Groups
            .Select(group => (group.Heading, Items: group.Items.Where(item => (item.Act is not { } act || can(act)) && (item.AnyOf is not { } acts || acts.Any(can)) && (hasProvince || !item.OfProvince)).ToArray()))
            .Where(group => group.Items.Length > 0);

    /// <summary>The one entry that a page belongs to: of those whose address it lies under, the nearest.</summary>
    public static NavigationItem? Current(IEnumerable<NavigationItem> items, PathString path) => items.Where(i => i.Covers(path)).MaxBy(i => i.Href.Length);
}
