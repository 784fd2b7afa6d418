namespace KhuyenCong.Domain.Clusters;

/// <summary>Tình trạng của cụm công nghiệp.</summary>
public enum ClusterState
{
    /// <summary>Trong phương án phát triển, chưa thành lập.</summary>
    Planned,

    /// <summary>Đã thành lập, đang đầu tư hạ tầng.</summary>
    Building,

    /// <summary>Đang hoạt động.</summary>
    Operating,

    /// <summary>Đã bãi bỏ, đưa ra khỏi phương án.</summary>
    Abolished,
}

/// <summary>Xử lý nước thải tập trung.</summary>
public enum WasteTreatment
{
    /// <summary>Không có.</summary>
    None,

    /// <summary>Đang đầu tư.</summary>
    Building,

    /// <summary>Đang vận hành.</summary>
    Operating,
}

/// <summary>Thông tin chung của cụm công nghiệp, as entered.</summary>
public sealed record ClusterText(
    string Name,
    IReadOnlyList<string> Communes,
    ClusterState State,
    string? Decision = null,
    DateOnly? DecidedOn = null,
    Guid? InvestorEstablishmentId = null,
    Guid? InvestorOrganisationId = null,
    string? InvestorName = null,
    string? Note = null)
{
    public static ClusterText Of(IndustrialCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return new(
            cluster.Name, cluster.Communes, cluster.State, cluster.Decision, cluster.DecidedOn, cluster.InvestorEstablishmentId, cluster.InvestorOrganisationId, cluster.InvestorName, cluster.Note);
    }
}

/// <summary>Số liệu tại một ngày, as entered; areas in hundredths of a hectare.</summary>
public sealed record FigureEntry(DateOnly On, int? Area = null, int? IndustrialArea = null, int? LeasedArea = null, int? Tenants = null, int? Labour = null, WasteTreatment? Waste = null, int? WasteCapacity = null, string? Source = null);

/// <summary>Đã ghi nhận cụm công nghiệp.</summary>
public sealed record ClusterRegistered(Guid IndustrialClusterId, string ProvinceCode, ClusterText Text);

/// <summary>Đã sửa thông tin chung của cụm.</summary>
public sealed record ClusterEdited(Guid IndustrialClusterId, ClusterText Text);

/// <summary>Đã ghi số liệu của một ngày.</summary>
public sealed record ClusterFigureRecorded(Guid IndustrialClusterId, Guid ClusterFigureId, FigureEntry Entry);

/// <summary>Đã sửa số liệu ghi nhầm.</summary>
public sealed record ClusterFigureCorrected(Guid IndustrialClusterId, Guid ClusterFigureId, FigureEntry Entry);
