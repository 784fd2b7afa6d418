namespace KhuyenCong.Domain.ManagementCosts;

/// <summary>Thiết bị quản lý: what was bought with management money, where it stands and who keeps it.</summary>
public sealed class ManagementEquipment : IProvincial, IAudited
{
    private ManagementEquipment()
    {
    }

    internal ManagementEquipment(ManagementVoucher voucher, Guid id) =>
        (ManagementEquipmentId, ProvinceCode, ManagementVoucherId) = (id, voucher.ProvinceCode, voucher.ManagementVoucherId);

    public Guid ManagementEquipmentId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ManagementVoucherId { get; private set; }

    public int Order { get; private set; }

    public string Name { get; private set; } = "";

    public string? Serial { get; private set; }

    /// <summary>As it is compared: no thing is bought twice; none where no serial is told or the voucher was discarded.</summary>
    public string? Key { get; private set; }

    /// <summary>Nơi đặt.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Người giữ.</summary>
    public string Keeper { get; private set; } = "";

    public Dong Price { get; private set; }

    /// <summary>Biên bản bàn giao: by which it came where it is now; null while it was never handed over.</summary>
    public string? HandoverDocument { get; private set; }

    public string SearchText { get; private set; } = "";

    public AuditSubject AuditSubject => new(nameof(ManagementVoucher), ManagementVoucherId);

    public EquipmentText Text => new(ManagementEquipmentId, Name, Serial, Place, Keeper, Price);

    internal void Set(int order, EquipmentText text)
    {
        (Order, Name, Serial, Key, Place, Keeper, Price) = (order, text.Name.Trim(), string.IsNullOrWhiteSpace(text.Serial) ? null : text.Serial.Trim(), text.Key, text.Place.Trim(), text.Keeper.Trim(), text.Price);
        Index();
    }

    internal void HandOver(EquipmentHandedOver handed)
    {
        (Place, Keeper, HandoverDocument) = (handed.Place.Trim(), handed.Keeper.Trim(), handed.Document.Trim());
        Index();
    }

    internal void Forget() => Key = null;

    private void Index() => SearchText = Kernel.SearchText.Fold($"{Name} {Serial} {Place} {Keeper}");
}

/// <summary>Giấy tờ kèm chứng từ chi quản lý.</summary>
public sealed class ManagementPaper : IProvincial, IAudited
{
    private ManagementPaper()
    {
    }

    public Guid ManagementPaperId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ManagementVoucherId { get; private set; }

    public string Name { get; private set; } = "";

    public string FileSha { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public AuditSubject AuditSubject => new(nameof(ManagementVoucher), ManagementVoucherId);

    internal static ManagementPaper Of(ManagementVoucher voucher, ManagementPaperAttached attached) => new()
    {
        ManagementPaperId = attached.ManagementPaperId,
        ProvinceCode = voucher.ProvinceCode,
        ManagementVoucherId = voucher.ManagementVoucherId,
        Name = attached.Name.Trim(),
        FileSha = attached.FileSha,
        FileName = attached.FileName,
        By = attached.By,
        At = attached.At,
    };
}

/// <summary>Bước xử lý của chứng từ chi quản lý.</summary>
public sealed class ManagementVoucherStep : IProvincial, IAudited
{
    private ManagementVoucherStep()
    {
    }

    public Guid ManagementVoucherStepId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ManagementVoucherId { get; private set; }

    public int Sequence { get; private set; }

    public ManagementVoucherAction Action { get; private set; }

    public ManagementVoucherState FromState { get; private set; }

    public ManagementVoucherState ToState { get; private set; }

    public DateOnly On { get; private set; }

    public Guid By { get; private set; }

    public string? Note { get; private set; }

    public AuditSubject AuditSubject => new(nameof(ManagementVoucher), ManagementVoucherId);

    internal static ManagementVoucherStep Of(ManagementVoucher voucher, ManagementVoucherMoved moved) => new()
    {
        ManagementVoucherStepId = moved.StepId,
        ProvinceCode = voucher.ProvinceCode,
        ManagementVoucherId = voucher.ManagementVoucherId,
        Sequence = voucher.StepCount,
        Action = moved.Move.Action,
        FromState = voucher.State,
        ToState = moved.To,
        On = moved.On,
        By = moved.By,
        Note = moved.Move.Note,
    };
}
